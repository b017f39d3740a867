package io.goldenpath.journey.login;

import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.journey.run.RunStart;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.model.target.UrlHost;
import io.goldenpath.redaction.Redactor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values of the variables in the templates of one user's requests, by name. */
public final class UserVariables implements ConversationValues {

  private static final String COOKIE = "cookie:";
  private static final String TRACEPARENT = "traceparent";

  private static final int SECRET_DIGITS = 6;

  /** A text is a {@link Secret}; numbers and the like keep their type. */
  private final Map<String, Object> values;

  /** Those that we make ourselves, which are nobody's secret. */
  private final Set<String> made = new HashSet<>();

  private final CookieJar cookies;
  private final InstantSource dates;
  private final UserRunRecorder recorder;

  public UserVariables(
      Map<String, ?> values, CookieJar cookies, InstantSource clock, UserRunRecorder recorder) {
    this.values = new HashMap<>(values);
    this.cookies = cookies;
    this.dates = clock;
    this.recorder = recorder;
  }

  /** Replaces every secret that a login or a request has given. */
  public UserVariables withSecrets(Secret bad) {
    UserVariables forged =
        new UserVariables(values, cookies.withValue(bad.reveal()), dates, recorder);
    forged.made.addAll(made);
    forged.values.replaceAll((name, value) -> isSecret(name) ? bad : value);
    return forged;
  }

  private boolean isSecret(String name) {
    return Redactor.isSensitiveName(name) && !name.equals("email") && !made.contains(name);
  }

  /** Sets variables that we make ourselves, such as the id of a session. */
  void make(Map<String, Object> variables) {
    made.addAll(variables.keySet());
    variables.forEach(this::set);
  }

  /** These, with the run's place in its trace, which requests carry too. */
  UserVariables in(RunStart run) {
    run.traceparent().ifPresent(parent -> set(TRACEPARENT, Secret.of(parent)));
    return this;
  }

  /** Puts the header that names the trace of a run that has one. */
  void trace(Map<String, Secret> headers) {
    if (values.get(TRACEPARENT) instanceof Secret parent) {
      headers.put(TRACEPARENT, parent);
    }
  }

  public CookieJar cookies() {
    return cookies;
  }

  Instant now() {
    return dates.instant();
  }

  public void set(String name, Secret value) {
    values.put(name, value);
    if (isSecret(name) && !value.reveal().isBlank()) {
      recorder.hide(value);
    }
  }

  @Override
  public void set(String name, Object value) {
    if (value instanceof String text) {
      set(name, Secret.of(text));
      return;
    }
    values.put(name, value);
    if (isSecret(name) && text(value).length() >= SECRET_DIGITS) {
      recorder.hide(Secret.of(text(value)));
    }
  }

  @Override
  public @Nullable Object value(String name) {
    Object known = known(name);
    return known instanceof Secret text ? text.reveal() : known;
  }

  private @Nullable Object known(String name) {
    if (name.startsWith(COOKIE)) {
      return cookies.byName().get(name.substring(COOKIE.length()));
    }
    Object value = values.get(name);
    return value == null ? generated(name) : value;
  }

  Optional<Secret> secret(String name) {
    return Optional.ofNullable(value(name)).map(value -> Secret.of(text(value)));
  }

  private static String text(Object value) {
    return value instanceof Map || value instanceof Collection
        ? JsonMapper.shared().writeValueAsString(value)
        : value.toString();
  }

  Set<String> missing(Collection<Secret> templates) {
    Set<String> missing = new LinkedHashSet<>();
    templates.forEach(template -> missing.addAll(Template.of(template.reveal()).variables()));
    missing.removeIf(name -> secret(name).isPresent());
    return missing;
  }

  String inJson(Secret template) {
    return MessageTemplate.json(template).fill(this);
  }

  /** A variable at the beginning holds an address as a whole, so that it is not escaped. */
  private String inUrl(Secret template) {
    String text = template.reveal();
    int end = text.startsWith("{") ? text.indexOf('}') + 1 : 0;
    return plain(Secret.of(text.substring(0, end)))
        + fill(
            Secret.of(text.substring(end)),
            value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** Empty where the filled-in template is no URI with a host. */
  Optional<URI> address(Secret template) {
    try {
      return Optional.of(new URI(inUrl(template))).filter(url -> UrlHost.of(url).isPresent());
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  String inHeader(Secret template) {
    return fill(template, value -> value.replaceAll("\\p{Cntrl}", ""));
  }

  String plain(Secret template) {
    return fill(template, UnaryOperator.identity());
  }

  private String fill(Secret template, UnaryOperator<String> escape) {
    return Template.of(template.reveal())
        .fill(name -> escape.apply(secret(name).map(Secret::reveal).orElse("")));
  }

  private @Nullable Object generated(String name) {
    return switch (name) {
      case "timestamp" -> Long.toString(dates.instant().getEpochSecond());
      case "epochSeconds" -> dates.instant().getEpochSecond();
      case "epochMillis" -> dates.instant().toEpochMilli();
      case "isoTimestamp" -> dates.instant().toString();
      case "uuid" -> UUID.randomUUID().toString();
      case TRACEPARENT -> "";
      default -> null;
    };
  }
}

package io.goldenpath.journey.login;

import io.goldenpath.dialect.ConversationValues;
import io.goldenpath.journey.run.RunStart;
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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/** Values of the variables in the templates of one user's requests, by name. */
public final class UserVariables implements ConversationValues {

  private static final String COOKIE = "cookie:";
  private static final String TRACEPARENT = "traceparent";

  private final Map<String, Secret> values;
  private final CookieJar cookies;
  private final InstantSource dates;

  public UserVariables(Map<String, Secret> values, CookieJar cookies, InstantSource clock) {
    this.values = new HashMap<>(values);
    this.cookies = cookies;
    this.dates = clock;
  }

  /** Replaces every secret that a login or a request has given. */
  public UserVariables withSecrets(Secret bad) {
    UserVariables forged = new UserVariables(values, cookies.withValue(bad.reveal()), dates);
    forged.values.replaceAll(
        (name, value) -> name.equals("email") || !Redactor.isSensitiveName(name) ? value : bad);
    return forged;
  }

  /** These, with the run's place in its trace, which requests carry too. */
  UserVariables in(RunStart run) {
    run.traceparent().ifPresent(parent -> set(TRACEPARENT, Secret.of(parent)));
    return this;
  }

  /** Puts the header that names the trace of a run that has one. */
  void trace(Map<String, Secret> headers) {
    Secret parent = values.get(TRACEPARENT);
    if (parent != null) {
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
  }

  @Override
  public void set(String name, Object value) {
    set(name, Secret.of(String.valueOf(value)));
  }

  @Override
  public @Nullable Object value(String name) {
    return secret(name).map(Secret::reveal).orElse(null);
  }

  Optional<Secret> secret(String name) {
    if (name.startsWith(COOKIE)) {
      return Optional.ofNullable(cookies.byName().get(name.substring(COOKIE.length())));
    }
    return Optional.ofNullable(values.get(name))
        .or(() -> Optional.ofNullable(generated(name)).map(Secret::of));
  }

  Set<String> missing(Collection<Secret> templates) {
    Set<String> missing = new LinkedHashSet<>();
    templates.forEach(template -> missing.addAll(Template.of(template.reveal()).variables()));
    missing.removeIf(name -> secret(name).isPresent());
    return missing;
  }

  String inJson(Secret template) {
    return fill(
        template, value -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(value)));
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

  private @Nullable String generated(String name) {
    return switch (name) {
      case "timestamp" -> Long.toString(dates.instant().getEpochSecond());
      case "isoTimestamp" -> dates.instant().toString();
      case "uuid" -> UUID.randomUUID().toString();
      case TRACEPARENT -> "";
      default -> null;
    };
  }
}

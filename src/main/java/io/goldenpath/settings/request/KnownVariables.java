package io.goldenpath.settings.request;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Variables that texts may use, and the credentials that they require. */
public final class KnownVariables {

  public static final Set<String> CREDENTIALS =
      Set.of("email", "password", "client-id", "client-secret", "subject");
  private static final Set<String> BUILT_IN =
      Set.of("timestamp", "epochSeconds", "epochMillis", "isoTimestamp", "uuid", "traceparent");
  private static final Pattern SWITCHES_AUTHENTICATION_OFF =
      Pattern.compile("test|e2e", Pattern.CASE_INSENSITIVE);

  private final Set<String> known = new TreeSet<>(CREDENTIALS);
  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final @Nullable BiConsumer<SettingKey, String> elsewhere;

  /** Those of one target. */
  public KnownVariables() {
    this(null);
  }

  private KnownVariables(@Nullable BiConsumer<SettingKey, String> elsewhere) {
    this.elsewhere = elsewhere;
  }

  /** Those that are known elsewhere, where each use is told. */
  public static KnownVariables elsewhere(BiConsumer<SettingKey, String> use) {
    return new KnownVariables(use);
  }

  public void define(String name) {
    known.add(name);
    defined.add(name);
  }

  public void require(String credential) {
    required.add(credential);
  }

  public boolean isDefined(String name) {
    return known.contains(name);
  }

  public void check(SettingKey at, Secret text) {
    Template.of(text.reveal()).variables().forEach(name -> use(at, name));
  }

  private void use(SettingKey at, String name) {
    if (BUILT_IN.contains(name) || name.startsWith("cookie:")) {
      return;
    }
    if (elsewhere != null) {
      elsewhere.accept(at, name);
    } else if (!isAvailable(name)) {
      at.wrong(
          "there is no variable {%s}; known: %s",
          name, known.stream().map(each -> "{" + each + "}").collect(Collectors.joining(", ")));
    }
  }

  /** Whether a text may use it; that of a credential requires it of each user. */
  public boolean isAvailable(String name) {
    if (CREDENTIALS.contains(name) && !defined.contains(name)) {
      required.add(name);
    }
    return known.contains(name);
  }

  /** Names of all that is known. */
  public Set<String> names() {
    return Set.copyOf(known);
  }

  public void check(SettingKey at, Map<String, Secret> texts) {
    texts.forEach((name, text) -> check(at.child(name), text));
  }

  public void checkHeaders(SettingKey at, Map<String, Secret> headers) {
    headers.keySet().stream()
        .filter(name -> SWITCHES_AUTHENTICATION_OFF.matcher(name).find())
        .forEach(name ->
            at.child(name)
                .wrong(
                    "a header name must not hold 'test' or 'e2e': some platforms switch"
                        + " authentication off for those"));
    check(at, headers);
  }

  public Secret json(SettingKey at, JsonTemplate written) {
    Secret template = Secret.of(written.template());
    written.problem().ifPresent(at::wrong);
    check(at, template);
    return template;
  }

  public Set<String> requiredCredentials() {
    return required;
  }
}

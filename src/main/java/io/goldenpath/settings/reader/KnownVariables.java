package io.goldenpath.settings.reader;

import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Template;
import io.goldenpath.settings.keys.JsonTemplate;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Variables that texts may use, and the credentials that they require. */
final class KnownVariables {

  static final Set<String> CREDENTIALS =
      Set.of("email", "password", "client-id", "client-secret", "subject");
  private static final Set<String> BUILT_IN =
      Set.of("timestamp", "epochSeconds", "epochMillis", "isoTimestamp", "uuid", "traceparent");
  private static final Pattern SWITCHES_AUTHENTICATION_OFF =
      Pattern.compile("test|e2e", Pattern.CASE_INSENSITIVE);

  private final Set<String> known = new TreeSet<>(CREDENTIALS);
  private final Set<String> defined = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  void define(String name) {
    known.add(name);
    defined.add(name);
  }

  void require(String credential) {
    required.add(credential);
  }

  boolean isDefined(String name) {
    return known.contains(name);
  }

  void check(SettingKey at, Secret text) {
    for (String name : Template.of(text.reveal()).variables()) {
      if (CREDENTIALS.contains(name) && !defined.contains(name)) {
        required.add(name);
      } else if (!known.contains(name) && !BUILT_IN.contains(name) && !name.startsWith("cookie:")) {
        at.wrong(
            "there is no variable {%s}; known: %s",
            name, known.stream().map(each -> "{" + each + "}").collect(Collectors.joining(", ")));
      }
    }
  }

  void check(SettingKey at, Map<String, Secret> texts) {
    texts.forEach((name, text) -> check(at.child(name), text));
  }

  void checkHeaders(SettingKey at, Map<String, Secret> headers) {
    headers.keySet().stream()
        .filter(name -> SWITCHES_AUTHENTICATION_OFF.matcher(name).find())
        .forEach(name ->
            at.child(name)
                .wrong(
                    "a header name must not hold 'test' or 'e2e': some platforms switch"
                        + " authentication off for those"));
    check(at, headers);
  }

  Secret json(SettingKey at, JsonTemplate written) {
    Secret template = Secret.of(written.template());
    written.problem().ifPresent(at::wrong);
    check(at, template);
    return template;
  }

  Set<String> requiredCredentials() {
    return required;
  }
}

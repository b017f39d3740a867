package io.goldenpath.settings.mistakes;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.origin.TextResourceOrigin;

/** Warns of secrets that are written out where settings are kept. */
final class PlainTextSecrets {

  private static final Pattern SECRET_NAME =
      Pattern.compile("password|secret|token|authorization|cookie|api-?key");

  /** Match the pattern, but tell where a token is. */
  private static final Set<String> NOT_SECRET =
      Set.of("token-at", "token-in", "token-url", "cookie");

  private static final Pattern SETTINGS_FILE = Pattern.compile(".*\\.(ya?ml|properties)");

  private PlainTextSecrets() {}

  static void warn(ConfigurationProperty written, Mistakes mistakes) {
    ConfigurationPropertyName name = written.getName();
    String last = name.getLastElement(Form.DASHED);
    if (!inFile(written) || !namesSecret(name, last)) {
      return;
    }
    String text = String.valueOf(written.getValue());
    if (!text.isBlank() && !text.contains("{")) {
      mistakes.warn(
          name.toString(),
          "a secret is written out here; take it from the environment, as in ${%s}"
              .formatted(last.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
  }

  private static boolean inFile(ConfigurationProperty written) {
    return KeyPositions.origin(written) instanceof TextResourceOrigin text
        && text.getResource() != null
        && text.getResource().getFilename() != null
        && SETTINGS_FILE.matcher(text.getResource().getFilename()).matches();
  }

  private static boolean namesSecret(ConfigurationPropertyName name, String last) {
    return !NOT_SECRET.contains(last)
        && !name.toString().contains(".capture.")
        && SECRET_NAME.matcher(last.toLowerCase(Locale.ROOT)).find();
  }
}

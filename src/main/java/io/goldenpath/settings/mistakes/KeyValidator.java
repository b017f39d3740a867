package io.goldenpath.settings.mistakes;

import io.goldenpath.settings.keys.KeySchema;
import io.goldenpath.settings.source.SettingSources;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;

/** Checks written keys against those that exist, and explains an unknown one by the nearest. */
public final class KeyValidator {

  static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("goldenpath");
  private static final Pattern IGNORED_CHARACTERS = Pattern.compile("[^a-zA-Z0-9_-]");
  private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]");

  private KeyValidator() {}

  public static void check(SettingSources sources, Mistakes mistakes) {
    UnboundElementsSourceFilter deliberate = new UnboundElementsSourceFilter();
    sources.keys().stream()
        .filter(deliberate::apply)
        .filter(IterableConfigurationPropertySource.class::isInstance)
        .map(IterableConfigurationPropertySource.class::cast)
        .flatMap(IterableConfigurationPropertySource::stream)
        .filter(PREFIX::isAncestorOf)
        .distinct()
        .forEach(name -> explain(name, mistakes));
    sources
        .files()
        .flatMap(file -> Arrays.stream(file.getPropertyNames()))
        // an empty map at the top of a file has no name
        .filter(Objects::nonNull)
        .forEach(key -> checkPrefix(key, mistakes));
  }

  private static void checkPrefix(String key, Mistakes mistakes) {
    String root = key.split("[.\\[]", 2)[0];
    if (root.replace("-", "").equals(PREFIX.toString())) {
      checkCharacters(key, mistakes);
    } else if (SpellingSuggestion.of(root, Set.of(PREFIX.toString())).isPresent()) {
      mistakes.unreadable(root, "there is no such key; the nearest one is '" + PREFIX + "'");
    }
  }

  private static void checkCharacters(String key, Mistakes mistakes) {
    int end = 0;
    for (String element : BRACKETS.matcher(key).replaceAll("").split("\\.", -1)) {
      end = key.indexOf(element, end) + element.length();
      String read = IGNORED_CHARACTERS.matcher(element).replaceAll("");
      if (!read.equals(element)) {
        mistakes.unreadable(
            key.substring(0, end),
            "would be read as '%s': only letters, digits, '-' and '_' count here".formatted(read));
      }
    }
  }

  /** Adds a mistake unless the key is known. */
  private static void explain(ConfigurationPropertyName name, Mistakes mistakes) {
    if (name.getNumberOfElements() > 1 && schema(name).isEmpty()) {
      schema(name.getParent())
          .ifPresentOrElse(
              parent -> explain(parent, name, mistakes), () -> explain(name.getParent(), mistakes));
    }
  }

  /** What may stand beneath this key; empty where the key is unknown. */
  static Optional<KeySchema> schema(ConfigurationPropertyName name) {
    Optional<KeySchema> schema = Optional.of(KeySchema.ROOT);
    for (int i = 1; i < name.getNumberOfElements() && schema.isPresent(); i++) {
      schema = schema.get().child(name, i);
    }
    return schema;
  }

  private static void explain(KeySchema schema, ConfigurationPropertyName key, Mistakes mistakes) {
    switch (schema) {
      case KeySchema.FixedKeys fixed -> explain(fixed.keys().keySet(), key, mistakes);
      case KeySchema.AnyKeys _ ->
          mistakes.unreadable(key.toString(), "needs a name here in place of '-'");
      case KeySchema.Items items when items.orOne() -> explain(items.each(), key, mistakes);
      case KeySchema.Items _ ->
          mistakes.unreadable(
              key.getParent().toString(), "is a list: begin each of its members with '-'");
      case KeySchema.Scalar _, KeySchema.Unchecked _ ->
          mistakes.unreadable(
              key.getParent().toString(), "expected a value of its own, and no keys beneath it");
    }
  }

  private static void explain(Set<String> known, ConfigurationPropertyName key, Mistakes mistakes) {
    Optional<String> renamed = RenamedKeys.now(key.toString());
    if (renamed.isPresent()) {
      mistakes.unreadable(key.toString(), "is called " + renamed.get() + " now");
    } else {
      explainUnknown(known, key, mistakes);
    }
  }

  private static void explainUnknown(
      Set<String> known, ConfigurationPropertyName key, Mistakes mistakes) {
    String written = key.getLastElement(Form.DASHED);
    Optional<String> nearest = SpellingSuggestion.of(written, known);
    nearest.ifPresent(near -> mistakes.misplaced(key.getParent().append(near).toString()));
    mistakes.unreadable(
        key.toString(),
        nearest
            .map(near -> "there is no such key; the nearest one is '" + near + "'")
            .or(() ->
                sameNameElsewhere(written)
                    .map(there -> "there is no such key here, but there is " + there))
            .orElseGet(() -> "there is no such key here; known are " + String.join(", ", known)));
  }

  private static Optional<String> sameNameElsewhere(String written) {
    return KeySchema.all().keySet().stream()
        .filter(key -> key.endsWith("." + written))
        .min(Comparator.comparingInt(String::length));
  }
}

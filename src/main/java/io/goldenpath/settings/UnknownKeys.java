package io.goldenpath.settings;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/** Explains keys that nobody reads, by the one that was perhaps meant. */
final class UnknownKeys {

  private UnknownKeys() {}

  /** Writes down where this key goes astray, unless somebody reads it. */
  static void explain(ConfigurationPropertyName name, Mistakes mistakes) {
    Shape shape = Shape.SETTINGS;
    for (int i = 1; i < name.getNumberOfElements(); i++) {
      Optional<Shape> beneath = beneath(shape, name, i);
      if (beneath.isEmpty()) {
        explain(shape, name.chop(i + 1), mistakes);
        return;
      }
      shape = beneath.get();
    }
  }

  private static void explain(Shape shape, ConfigurationPropertyName key, Mistakes mistakes) {
    switch (shape) {
      case Shape.Block block -> explain(block.keys().keySet(), key, mistakes);
      case Shape.Named _ ->
          mistakes.unreadable(key.toString(), "needs a name here in place of '-'");
      case Shape.Listed _ ->
          mistakes.unreadable(
              key.getParent().toString(), "is a list: begin each of its members with '-'");
      case Shape.Value _, Shape.Anything _ ->
          mistakes.unreadable(
              key.getParent().toString(), "expected a value of its own, and no keys beneath it");
    }
  }

  private static void explain(Set<String> known, ConfigurationPropertyName key, Mistakes mistakes) {
    String written = key.getLastElement(Form.DASHED);
    Optional<String> nearest = Nearest.of(written, known);
    nearest.ifPresent(near -> mistakes.misplaced(key.getParent().append(near).toString()));
    mistakes.unreadable(
        key.toString(),
        nearest
            .map(near -> "there is no such key; the nearest one is '" + near + "'")
            .or(() ->
                elsewhere(written).map(there -> "there is no such key here, but there is " + there))
            .orElseGet(() -> "there is no such key here; known are " + String.join(", ", known)));
  }

  private static Optional<Shape> beneath(Shape shape, ConfigurationPropertyName name, int element) {
    return switch (shape) {
      case Shape.Block block ->
          block.keys().entrySet().stream()
              .filter(key -> uniform(key.getKey()).equals(name.getElement(element, Form.UNIFORM)))
              .map(Map.Entry::getValue)
              .findFirst();
      case Shape.Named named ->
          name.isNumericIndex(element) ? Optional.empty() : Optional.of(named.each());
      case Shape.Listed listed ->
          name.isNumericIndex(element) ? Optional.of(listed.each()) : Optional.empty();
      case Shape.Value _ -> Optional.empty();
      case Shape.Anything anything -> Optional.of(anything);
    };
  }

  /** The shortest key elsewhere that ends in this name. */
  private static Optional<String> elsewhere(String written) {
    return Shape.all().keySet().stream()
        .filter(key -> key.endsWith("." + written))
        .min(Comparator.comparingInt(String::length));
  }

  private static String uniform(String dashed) {
    return dashed.replace("-", "");
  }
}

package io.goldenpath.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A way of behaving that the platform can be switched to, by name. */
public sealed interface DemoBehaviour permits Fault, Variant {

  /** The constant's name. */
  String name();

  /** What the platform does then, in one sentence. */
  String sentence();

  /** Where it takes effect. */
  Play play();

  /** Whether one user who walks the golden path alone, and once, is met by it. */
  default boolean onGoldenPath() {
    return true;
  }

  /** The name as JSON writes it. */
  default String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The behaviour of this label. */
  static Optional<DemoBehaviour> of(String label) {
    return all().filter(behaviour -> behaviour.label().equals(label)).findFirst();
  }

  /** Everything that the platform can be switched to. */
  static Stream<DemoBehaviour> all() {
    return Stream.concat(Fault.all(), Variant.all());
  }
}

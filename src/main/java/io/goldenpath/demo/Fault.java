package io.goldenpath.demo;

import java.util.Arrays;
import java.util.stream.Stream;

/** Something that the platform gets wrong. */
public sealed interface Fault extends DemoBehaviour permits DemoFault {

  /** Every fault, by the place where it shows. */
  static Stream<Fault> all() {
    return Stream.<Fault[]>of(DemoFault.values()).flatMap(Arrays::stream);
  }
}

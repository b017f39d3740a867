package io.goldenpath.contract;

import java.util.Set;

/**
 * One received frame as it is understood.
 *
 * @param reading What it says.
 * @param owners Every user that it names as its owner; empty where it names none.
 * @param fields Its fields as they came.
 */
public record Heard(Reading reading, Set<String> owners, Fields fields) {

  public Heard {
    owners = Set.copyOf(owners);
  }

  /** Shows what it was read as alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return "Heard[" + reading.getClass().getSimpleName() + "]";
  }

  /** A frame that names no owner and has no fields. */
  public static Heard of(Reading reading) {
    return new Heard(reading, Set.of(), Fields.NONE);
  }
}

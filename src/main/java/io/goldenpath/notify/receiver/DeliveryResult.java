package io.goldenpath.notify.receiver;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to tell a receiver something; texts are without secrets. */
public sealed interface DeliveryResult {

  /** What it says, for people. */
  String said();

  /** It has it. */
  record Delivered(String said) implements DeliveryResult {}

  /**
   * It may take it later.
   *
   * @param after How long it asks to be left alone; null where it does not.
   */
  record Postponed(String said, @Nullable Duration after) implements DeliveryResult {}

  /** It will never take it. */
  record Refused(String said) implements DeliveryResult {}
}

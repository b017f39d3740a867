package io.goldenpath.dialect.definition;

import io.goldenpath.model.target.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A step of what we send.
 *
 * @param when Message by which the server asks for it; null where it is not waited for.
 * @param captures What is taken from that message.
 */
public record SendRule(@Nullable Condition when, SentMessage send, Captures captures) {

  /** A step that waits for nothing. */
  public static SendRule of(SentMessage send) {
    return new SendRule(null, send, Captures.NONE);
  }
}

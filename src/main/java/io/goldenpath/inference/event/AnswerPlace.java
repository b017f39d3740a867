package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.MessagePlace;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of an answer is.
 *
 * @param of The event that has it; null for the one that ends the run.
 * @param guessed Whether it is no more than the longest text.
 */
public record AnswerPlace(Kind kind, MessagePlace place, @Nullable String of, boolean guessed) {

  /** How the answer is made, as the keys of {@code answer} say it. */
  public enum Kind {
    AT,
    DELTAS,
    SNAPSHOT
  }
}

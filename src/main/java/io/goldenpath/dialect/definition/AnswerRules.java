package io.goldenpath.dialect.definition;

import io.goldenpath.model.finding.Labelled;
import java.util.List;
import java.util.Set;

/**
 * Where the answer is.
 *
 * @param at Places; the first that is there counts.
 * @param of Names of the events that have it; empty for all, or for {@code AT}: for the last one.
 * @param separator What stands between parts that are joined.
 */
public record AnswerRules(Kind kind, List<MessageValue> at, Set<String> of, String separator) {

  public static final AnswerRules NONE = new AnswerRules(Kind.AT, List.of(), Set.of(), "");

  public AnswerRules {
    at = List.copyOf(at);
    of = Set.copyOf(of);
  }

  /** How the answer is made of what stands there. */
  public enum Kind implements Labelled {
    /** As a whole, in the message that ends the run or in the last of these events. */
    AT,
    /** Pieces, joined in the order of their arrival. */
    DELTAS,
    /** Each repeats what was there before: the last counts. */
    SNAPSHOT,
    /** Whole messages, joined. */
    MESSAGES
  }
}

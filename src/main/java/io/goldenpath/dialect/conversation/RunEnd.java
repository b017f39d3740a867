package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.definition.EndRules;
import io.goldenpath.model.target.Condition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whether a run has ended, by its messages or by their absence. */
final class RunEnd {

  private final EndRules rules;
  private final List<Condition> conditions;
  private final BitSet met = new BitSet();
  private @Nullable Received last;
  private boolean ended;
  private boolean failed;

  /** What a message says of the end. */
  enum Meaning {
    NOTHING,
    /** One of several messages that end a run together. */
    PART,
    SUCCESS,
    FAILURE,
    PAUSED
  }

  RunEnd(EndRules rules) {
    this.rules = rules;
    this.conditions = rules.success().conditions();
  }

  void begin() {
    met.clear();
    last = null;
    ended = false;
    failed = false;
  }

  /** Whether no message ever ends a run, so that the contract's own terminal event must. */
  boolean isLeftToContract() {
    return conditions.isEmpty() && rules.quiet() == null;
  }

  /** Whether the message may come after the end. */
  boolean excuses(Received message) {
    boolean excused =
        ended
            && (message.matches(rules.after())
                || (failed && conditions.stream().anyMatch(message::matches)));
    if (excused) {
      message.takenBy("end.after");
    }
    return excused;
  }

  Meaning received(Received message) {
    if (message.matches(rules.failure())) {
      message.takenBy("end.failure");
      ended = true;
      failed = true;
      return Meaning.FAILURE;
    }
    if (message.matches(rules.paused())) {
      message.takenBy("end.paused");
      ended = true;
      return Meaning.PAUSED;
    }
    if (meets(message)) {
      message.takenBy("end.success");
      return succeeded();
    }
    return Meaning.NOTHING;
  }

  private boolean meets(Received message) {
    int before = met.cardinality();
    if (rules.success().ordered()) {
      met.set(before, before < conditions.size() && message.matches(conditions.get(before)));
      return met.cardinality() > before;
    }
    boolean any = false;
    for (int i = 0; i < conditions.size(); i++) {
      if (message.matches(conditions.get(i))) {
        met.set(i);
        any = true;
      }
    }
    return any;
  }

  private Meaning succeeded() {
    if (met.cardinality() < conditions.size()) {
      return Meaning.PART;
    }
    met.clear();
    ended = true;
    return Meaning.SUCCESS;
  }

  /** A message of the run, from which quiet is counted. */
  void active(Received message) {
    last = message;
  }

  /** The last message of a run that has been quiet for long enough to be over; told once. */
  Optional<Received> elapsed(long nanos) {
    OptionalLong next = next();
    if (next.isEmpty() || next.getAsLong() - nanos > 0) {
      return Optional.empty();
    }
    ended = true;
    Optional<Received> quietSince = Optional.ofNullable(last);
    quietSince.ifPresent(message -> message.takenBy("end.quiet"));
    return quietSince;
  }

  OptionalLong next() {
    return rules.quiet() == null || last == null || ended
        ? OptionalLong.empty()
        : OptionalLong.of(last.nanos() + rules.quiet().toNanos());
  }
}

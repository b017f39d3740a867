package io.goldenpath.contract;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One frame that a user heard.
 *
 * @param frame Its number.
 * @param nanos When it came.
 * @param raw Its text; null where it was too much to keep.
 * @param owners Every user that it names as its owner.
 * @param ids Which run it is of.
 * @param event The event that it tells of; null where it tells of none.
 */
record Utterance(
    int frame,
    long nanos,
    @Nullable String raw,
    Set<String> owners,
    AgentEvent.Ids ids,
    @Nullable AgentEvent event) {

  private static final AgentEvent.Ids NO_RUN = new AgentEvent.Ids(null, null);

  static Utterance of(int frame, long nanos, @Nullable String raw, Heard heard) {
    AgentEvent event = heard.reading() instanceof Reading.Event(AgentEvent told) ? told : null;
    AgentEvent.Ids ids =
        switch (heard.reading()) {
          case Reading.Event(AgentEvent told) -> told.ids();
          // an error may well name the thread that somebody was refused
          case Reading.Failure failure -> new AgentEvent.Ids(failure.ids().run(), null);
          default -> NO_RUN;
        };
    return new Utterance(frame, nanos, raw, heard.owners(), ids, event);
  }

  boolean names(@Nullable String subject) {
    return subject != null && owners.contains(subject);
  }

  /** What it is called in a sentence; empty where it is of no run. */
  Optional<String> name() {
    return event != null
        ? Optional.of(event.name())
        : ids.run() == null && ids.thread() == null ? Optional.empty() : Optional.of("an error");
  }
}

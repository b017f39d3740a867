package io.goldenpath.contract;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns the run's ids from its first event, and tells whose the later ones are. */
final class Ownership {

  private final Set<String> earlier;
  private @Nullable String run;
  private @Nullable String thread;

  Ownership(Set<String> earlierRuns) {
    this.earlier = new HashSet<>(earlierRuns);
  }

  /** Whose an event is. */
  enum Belongs {
    OURS,
    /** To a run that this user started before. */
    EARLIER,
    /** To a run that nobody here started. */
    FOREIGN
  }

  /** A run that was seen before the message was sent is never the run's own. */
  void beforeSend(AgentEvent.Ids ids) {
    if (ids.run() != null) {
      earlier.add(ids.run());
    }
  }

  Belongs of(AgentEvent.Ids ids) {
    if (ids.run() != null && earlier.contains(ids.run())) {
      return Belongs.EARLIER;
    }
    boolean ours = matches(run, ids.run()) && matches(thread, ids.thread());
    if (ours) {
      run = ids.run() == null ? run : ids.run();
      thread = ids.thread() == null ? thread : ids.thread();
    }
    return ours ? Belongs.OURS : Belongs.FOREIGN;
  }

  Optional<String> run() {
    return Optional.ofNullable(run);
  }

  private static boolean matches(@Nullable String known, @Nullable String named) {
    return known == null || named == null || known.equals(named);
  }
}

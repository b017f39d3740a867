package io.goldenpath.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every event that comes after the question, and the run that is made of those that are ours. */
final class Hearing {

  private static final int BOUND = 20_000;
  private static final int ENDS = 64;

  private final Contract contract;
  private final Runs runs;
  private final long sent;
  private final List<Seen> all = new ArrayList<>();
  private final Map<Integer, Fields> ends = new LinkedHashMap<>();
  private final Strangers others = new Strangers();
  private Course course;
  private long alive;
  private Outage outage = Outage.NONE;

  Hearing(Contract contract, Runs runs, long sent) {
    this.contract = contract;
    this.runs = runs;
    this.sent = sent;
    this.alive = sent;
    this.course = new Course(contract, sent);
  }

  /** Takes note of an event; whether it is our run's. */
  boolean event(AgentEvent event, Fields fields, int frame, long nanos) {
    if (runs.earlier(event.ids())) {
      return false;
    }
    boolean changed = runs.note(event);
    boolean ours = runs.ours(event.ids());
    if (ours || !runs.certain()) {
      alive = nanos;
    }
    boolean terminal = event.name().equals(contract.flow().terminal());
    if (all.size() < BOUND || (terminal && all.size() < BOUND + ENDS)) {
      Seen seen = Seen.of(contract, event, fields, frame, nanos);
      all.add(seen);
      if (terminal && !contract.conditions().isEmpty() && ends.size() < ENDS) {
        ends.put(frame, fields);
      }
      if (ours && !changed) {
        course.add(seen);
      }
    }
    if (changed) {
      course = new Course(contract, sent);
      all.stream().filter(seen -> runs.ours(seen.event().ids())).forEach(course::add);
    }
    return ours;
  }

  /** Takes note of a failure; whether it is our run's, or nobody's in particular. */
  boolean failure(Reading.Failure failure, int frame, long nanos) {
    if (runs.earlier(failure.ids())) {
      return false;
    }
    boolean ours = runs.ours(failure.ids());
    if (!ours) {
      others.failure(failure.ids(), "an error", frame, nanos);
    }
    Pair tools = contract.flow().tools();
    if (ours && failure.actor().tool() != null) {
      others.excuse(tools.closes(), PairKey.of(tools, failure.actor()));
    }
    return ours;
  }

  /** An event of another user needs no second finding. */
  void excuse(Heard heard, int frame, long nanos) {
    if (heard.reading() instanceof Reading.Event(AgentEvent event)) {
      Seen seen = Seen.of(contract, event, heard.fields(), frame, nanos);
      others.excuse(seen.name(), seen.key());
    }
  }

  Course course() {
    return course;
  }

  /** There was no connection for a while, and now there is. */
  void resumed(Outage without) {
    outage = without;
    alive = without.to();
  }

  /** When there was no connection. */
  Outage outage() {
    return outage;
  }

  /** Whether nothing speaks for another run than the one that we take for ours. */
  boolean certain() {
    return runs.certain();
  }

  /** When something last came that may be our run's. */
  long alive() {
    return alive;
  }

  /** What the frame of this number holds, where it ended an agent. */
  Fields fields(int frame) {
    return ends.getOrDefault(frame, Fields.NONE);
  }

  /** Everything that came and is not ours. */
  Strangers strangers() {
    all.stream().filter(seen -> !runs.ours(seen.event().ids())).forEach(others::event);
    return others;
  }
}

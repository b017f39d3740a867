package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.model.run.EventArrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events of one run in the order of arrival, up to its terminal event and after it. */
public final class RunEvents {

  private final Contract contract;
  private final long sentNanos;
  private final Set<String> fingerprints = new HashSet<>();
  private final Set<String> retriable = new HashSet<>();
  private final List<TimedEvent> arrivals = new ArrayList<>();
  private final List<TimedEvent> events = new ArrayList<>();
  private final List<TimedEvent> repeated = new ArrayList<>();
  private final List<TimedEvent> afterTerminal = new ArrayList<>();
  private final PairMatcher tools;
  private @Nullable TimedEvent terminal;
  private @Nullable TimedEvent start;

  RunEvents(Contract contract, long sent) {
    this.contract = contract;
    this.sentNanos = sent;
    this.tools = new PairMatcher(contract.flow().tools());
  }

  void add(TimedEvent timedEvent) {
    if (timedEvent.end()) {
      addEnd(timedEvent);
    } else {
      addEvent(timedEvent);
    }
  }

  /** A failure may be told beside an event that ends the run, and before what else ends it. */
  private void addEnd(TimedEvent end) {
    boolean failed = end.event().body().failed();
    if (terminal == null) {
      arrivals.add(end);
      terminal = end;
    } else if (failed && !terminal.end() && terminal.frame() == end.frame()) {
      terminal = end;
    } else if (failed || !terminal.end() || !terminal.event().body().failed()) {
      afterTerminal.add(end);
    }
  }

  private void addEvent(TimedEvent timedEvent) {
    if (terminal == null) {
      arrivals.add(timedEvent);
    }
    if (isRepeat(timedEvent.event())) {
      repeated.add(timedEvent);
    } else if (terminal != null) {
      afterTerminal.add(timedEvent);
    } else {
      events.add(timedEvent);
      tools.add(timedEvent);
      boolean first = start == null && timedEvent.name().equals(contract.flow().first());
      start = first ? timedEvent : start;
      terminal = isTerminal(timedEvent) ? timedEvent : null;
    }
  }

  /** Whether it is the dialect's end, or completes the agent that started first. */
  public boolean isTerminal(TimedEvent timedEvent) {
    return timedEvent.end()
        || (contract.flow().terminal().has(timedEvent.name())
            && (start == null
                || Objects.equals(start.event().agent(), timedEvent.event().agent())));
  }

  public boolean isOwnAgent(@Nullable String agent) {
    return agent == null
        || start == null
        || start.event().agent() == null
        || agent.equals(start.event().agent());
  }

  public long sentNanos() {
    return sentNanos;
  }

  /** Up to the terminal one, without repeats, and without an end that is no event. */
  public List<TimedEvent> events() {
    return events;
  }

  /** Up to the terminal one, with repeats. */
  public List<TimedEvent> arrivals() {
    return arrivals;
  }

  /**
   * Without repeats, an end that is no event last; {@code runStart} is in monotonic nanoseconds.
   */
  public List<EventArrival> arrivals(long runStart) {
    Set<String> path = Set.copyOf(contract.eventNames());
    return Stream.concat(all(), Stream.ofNullable(terminal).filter(TimedEvent::end))
        .map(event ->
            new EventArrival(
                path.contains(event.name()) && !event.end() ? event.name() : EventArrival.OTHER,
                Duration.ofNanos(event.nanos() - runStart),
                Duration.ofNanos(event.nanos() - sentNanos),
                event.nanos(),
                event.frame(),
                event.event().body().text().length()))
        .toList();
  }

  public List<TimedEvent> repeated() {
    return repeated;
  }

  /** With further ends. */
  public List<TimedEvent> afterTerminal() {
    return afterTerminal;
  }

  /** Without repeats and ends that are no events; those after the terminal one come last. */
  public Stream<TimedEvent> all() {
    return Stream.concat(events.stream(), afterTerminal.stream().filter(event -> !event.end()));
  }

  public Optional<TimedEvent> first(String name) {
    for (TimedEvent event : events) {
      if (event.name().equals(name)) {
        return Optional.of(event);
      }
    }
    return afterTerminal.stream()
        .filter(event -> !event.end() && event.name().equals(name))
        .findFirst();
  }

  public Set<String> names() {
    Set<String> names = new HashSet<>();
    all().forEach(event -> names.add(event.name()));
    return names;
  }

  public long count(String name) {
    long count = 0;
    for (TimedEvent event : events) {
      count += event.name().equals(name) ? 1 : 0;
    }
    return count
        + afterTerminal.stream().filter(event -> !event.end() && event.name().equals(name)).count();
  }

  public Optional<TimedEvent> last() {
    return arrivals.isEmpty() ? Optional.empty() : Optional.of(arrivals.getLast());
  }

  public Optional<TimedEvent> terminal() {
    return Optional.ofNullable(terminal);
  }

  public PairMatcher tools() {
    return tools;
  }

  /** Compares without times; an event that is marked as sent again counts, too. */
  private boolean isRepeat(AgentEvent event) {
    Optional<ExpectedEvent> expected = contract.event(event.name());
    if (expected.isEmpty() || expected.get().mayRepeat()) {
      return false;
    }
    String kind = event.name() + "/" + event.agent() + "/" + event.tool();
    boolean marked = event.body().retried() && retriable.contains(kind);
    retriable.add(kind);
    return !fingerprints.add(event.fingerprint()) || marked;
  }
}

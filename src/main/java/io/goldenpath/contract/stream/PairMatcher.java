package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.EventPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Matcher of opening events with closing ones, by arrival. */
public final class PairMatcher {

  private final EventPair pair;
  private final UnmatchedEvents open = new UnmatchedEvents();
  private final UnmatchedEvents unopened = new UnmatchedEvents();
  private final List<MatchedPair> closed = new ArrayList<>();
  private final List<MatchedPair> swapped = new ArrayList<>();

  public PairMatcher(EventPair pair) {
    this.pair = pair;
  }

  /** Opening and closing event with the same key. */
  public record MatchedPair(TimedEvent opened, TimedEvent closed) {}

  public void add(TimedEvent event) {
    if (event.name().equals(pair.opens())) {
      unopened
          .take(event.pairKey())
          .ifPresentOrElse(end -> swapped.add(new MatchedPair(event, end)), () -> open.put(event));
    } else if (event.name().equals(pair.closes())) {
      open.take(event.pairKey())
          .ifPresentOrElse(
              start -> closed.add(new MatchedPair(start, event)), () -> unopened.put(event));
    }
  }

  public EventPair pair() {
    return pair;
  }

  public Optional<TimedEvent> oldestOpen() {
    return open.all().stream().findFirst();
  }

  public Collection<TimedEvent> open() {
    return open.all();
  }

  public Collection<TimedEvent> unopened() {
    return unopened.all();
  }

  public List<MatchedPair> closed() {
    return closed;
  }

  /** Pairs whose closing event came first. */
  public List<MatchedPair> swapped() {
    return swapped;
  }
}

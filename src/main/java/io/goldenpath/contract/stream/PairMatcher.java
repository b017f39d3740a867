package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.EventPair;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
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
    for (PairKey key : event.keysIn(pair)) {
      add(new UnmatchedEvent(event, key));
    }
  }

  private void add(UnmatchedEvent half) {
    TimedEvent event = half.event();
    if (event.name().equals(pair.opens())) {
      unopened
          .take(half.key())
          .ifPresentOrElse(
              end -> swapped.add(new MatchedPair(event, end.event())), () -> open.put(half));
    } else {
      open.take(half.key())
          .ifPresentOrElse(
              start -> closed.add(new MatchedPair(start.event(), event)), () -> unopened.put(half));
    }
  }

  public Optional<TimedEvent> oldestOpen() {
    Iterator<UnmatchedEvent> oldest = open.all().iterator();
    return oldest.hasNext() ? Optional.of(oldest.next().event()) : Optional.empty();
  }

  public Collection<UnmatchedEvent> open() {
    return open.all();
  }

  public Collection<UnmatchedEvent> unopened() {
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

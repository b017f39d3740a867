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

  /** Event whose counterpart has not come; several where it opens or closes several. */
  public record Unmatched(TimedEvent event, PairKey key) {}

  public void add(TimedEvent event) {
    for (PairKey key : event.keysIn(pair)) {
      add(new Unmatched(event, key));
    }
  }

  private void add(Unmatched half) {
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
    return open.all().stream().map(Unmatched::event).findFirst();
  }

  public Collection<Unmatched> open() {
    return open.all();
  }

  public Collection<Unmatched> unopened() {
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

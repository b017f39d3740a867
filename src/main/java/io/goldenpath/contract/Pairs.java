package io.goldenpath.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Pairs what opens with what closes, in the order of arrival. */
final class Pairs {

  private final Pair pair;
  private final Waiting open = new Waiting();
  private final Waiting orphans = new Waiting();
  private final List<Closed> closed = new ArrayList<>();
  private final List<Closed> swapped = new ArrayList<>();

  Pairs(Pair pair) {
    this.pair = pair;
  }

  /** Something that was opened and closed. */
  record Closed(Seen opened, Seen closed) {}

  /** The pairs of a whole course, with what came late. */
  static Pairs of(Pair pair, Course course) {
    Pairs pairs = new Pairs(pair);
    course.all().forEach(pairs::add);
    return pairs;
  }

  void add(Seen seen) {
    if (seen.name().equals(pair.opens())) {
      orphans
          .take(seen.key())
          .ifPresentOrElse(early -> swapped.add(new Closed(seen, early)), () -> open.put(seen));
    } else if (seen.name().equals(pair.closes())) {
      open.take(seen.key())
          .ifPresentOrElse(
              announced -> closed.add(new Closed(announced, seen)), () -> orphans.put(seen));
    }
  }

  Pair pair() {
    return pair;
  }

  /** What has been open for longest. */
  Optional<Seen> oldestOpen() {
    return open.all().stream().findFirst();
  }

  /** What was opened and not closed. */
  Collection<Seen> open() {
    return open.all();
  }

  /** What was closed and never opened. */
  Collection<Seen> orphans() {
    return orphans.all();
  }

  /** What was opened, then closed. */
  List<Closed> closed() {
    return closed;
  }

  /** What was closed first, and opened later. */
  List<Closed> swapped() {
    return swapped;
  }
}

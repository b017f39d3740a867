package io.goldenpath.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is done on a connection, act by act; faults rewrite it. */
record Script(List<Cue> cues) {

  static final Script EMPTY = new Script(List.of());

  Script {
    cues = List.copyOf(cues);
  }

  static Script of(Cue... cues) {
    return new Script(List.of(cues));
  }

  /** Without any event of this type. */
  Script without(String type) {
    return without(cue -> cue.tells(type));
  }

  Script without(Predicate<Cue> cut) {
    return new Script(cues.stream().filter(cut.negate()).toList());
  }

  /** Up to and with the last event of this type. */
  Script until(String type) {
    return new Script(cues.subList(0, last(type) + 1));
  }

  /** With more acts right after the last event of this type. */
  Script after(String type, Cue... more) {
    return insert(last(type) + 1, more);
  }

  /** With more acts right before the first event of this type. */
  Script before(String type, Cue... more) {
    return insert(first(type), more);
  }

  Script then(Cue... more) {
    return insert(cues.size(), more);
  }

  /** With all of another script after it. */
  Script then(Script more) {
    return new Script(Stream.concat(cues.stream(), more.cues().stream()).toList());
  }

  /** What is left from this act on. */
  Script from(int index) {
    return index == 0 ? this : new Script(cues.subList(index, cues.size()));
  }

  /** As much sooner as so much time has passed; what is overdue comes at once. */
  Script sooner(Duration passed) {
    List<Cue> all = new ArrayList<>();
    Duration left = passed;
    for (Cue cue : cues) {
      Duration gap = cue.gap().compareTo(left) > 0 ? cue.gap().minus(left) : Duration.ZERO;
      left = left.minus(cue.gap().minus(gap));
      all.add(cue.after(gap));
    }
    return new Script(all);
  }

  /** With nothing before that time. */
  Script delayed(long millis) {
    return at(0, cues.getFirst().after(Duration.ofMillis(millis)));
  }

  /** With these acts before everything else. */
  Script preceded(Cue... more) {
    return insert(0, more);
  }

  /** With the last event of this type told again at once. */
  Script twice(String type) {
    return after(type, cues.get(last(type)).after(Duration.ofMillis(30)));
  }

  /** With the first event of this type told only after that time. */
  Script late(String type, long millis) {
    int index = first(type);
    return at(index, cues.get(index).after(Duration.ofMillis(millis)));
  }

  /** With the first events of these types in each other's place. */
  Script swapped(String one, String other) {
    int a = first(one);
    int b = first(other);
    return at(a, cues.get(a).with(cues.get(b).act())).at(b, cues.get(b).with(cues.get(a).act()));
  }

  /** With events of this type in another shape. */
  Script dressed(String type, UnaryOperator<Envelope> change) {
    return retold(tell ->
        tell.event().type().equals(type)
            ? new Act.Tell(tell.event(), change.apply(tell.envelope()))
            : tell);
  }

  /** The first event of this type. */
  Event event(String type) {
    return cues.stream()
        .filter(cue -> cue.tells(type))
        .map(cue -> ((Act.Tell) cue.act()).event())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a run without " + type));
  }

  /** With every event retold. */
  Script retold(UnaryOperator<Act.Tell> change) {
    return new Script(
        cues.stream()
            .map(cue -> cue.act() instanceof Act.Tell tell ? cue.with(change.apply(tell)) : cue)
            .toList());
  }

  /** With the last event of this type changed: the outermost agent's. */
  Script changed(String type, UnaryOperator<Event> change) {
    int index = last(type);
    return new Script(
        IntStream.range(0, cues.size())
            .mapToObj(i -> i == index ? changed(cues.get(i), change) : cues.get(i))
            .toList());
  }

  int first(String type) {
    return IntStream.range(0, cues.size())
        .filter(i -> cues.get(i).tells(type))
        .findFirst()
        .orElse(cues.size());
  }

  int last(String type) {
    return IntStream.range(0, cues.size())
        .filter(i -> cues.get(i).tells(type))
        .reduce((one, next) -> next)
        .orElse(cues.size() - 1);
  }

  private Script at(int index, Cue cue) {
    List<Cue> all = new ArrayList<>(cues);
    all.set(index, cue);
    return new Script(all);
  }

  private Script insert(int index, Cue... more) {
    List<Cue> all = new ArrayList<>(cues);
    all.addAll(index, List.of(more));
    return new Script(all);
  }

  private static Cue changed(Cue cue, UnaryOperator<Event> change) {
    return cue.act() instanceof Act.Tell tell
        ? cue.with(new Act.Tell(change.apply(tell.event()), tell.envelope()))
        : cue;
  }
}

package io.goldenpath.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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

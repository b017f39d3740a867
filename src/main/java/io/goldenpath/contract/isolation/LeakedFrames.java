package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leaked frames of one finding, and their wording. */
record LeakedFrames(List<LeakedFrame> all) {

  private static final int NAMED = 8;

  LeakedFrame first() {
    return all.getFirst();
  }

  String step() {
    return first().step().label();
  }

  List<Integer> numbers() {
    return all.stream().flatMap(leak -> leak.frameNumbers().stream()).distinct().toList();
  }

  /** A frame that says several things counts once. */
  String count(String what) {
    long frames = all.stream().mapToInt(leak -> leak.frame().number()).distinct().count();
    return frames == 1 ? "1 " + what : frames + " " + what + "s";
  }

  String where() {
    List<Integer> numbers = numbers();
    String names =
        all.stream()
            .map(leak -> leak.frame().label())
            .flatMap(Optional::stream)
            .distinct()
            .limit(NAMED)
            .map(name -> Excerpt.of(name) + ", ")
            .collect(Collectors.joining());
    return numbers.stream()
        .limit(NAMED)
        .map(String::valueOf)
        .collect(
            Collectors.joining(
                ", ",
                names + (numbers.size() == 1 ? "frame " : "frames "),
                numbers.size() > NAMED ? ", …" : ""));
  }
}

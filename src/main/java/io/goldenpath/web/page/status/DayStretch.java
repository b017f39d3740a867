package io.goldenpath.web.page.status;

import io.goldenpath.model.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hours in a row that had the same worst outcome. */
record DayStretch(char letter, int first, int length) {

  static final int HOURS = 24;

  private static final int MOST_TOLD = 4;

  static List<DayStretch> of(String hours) {
    List<DayStretch> stretches = new ArrayList<>();
    int first = 0;
    for (int hour = 1; hour <= hours.length(); hour++) {
      if (hour == hours.length() || hours.charAt(hour) != hours.charAt(first)) {
        stretches.add(new DayStretch(hours.charAt(first), first, hour - first));
        first = hour;
      }
    }
    return stretches;
  }

  /** Empty where nothing ran. */
  Optional<Outcome> outcome() {
    return Stream.of(Outcome.values())
        .filter(outcome -> outcome.label().charAt(0) == letter)
        .findFirst();
  }

  /** What was bad, the newest first, or that nothing was. */
  static String summary(List<DayStretch> stretches) {
    List<String> bad =
        stretches.reversed().stream()
            .filter(stretch -> stretch.outcome().filter(o -> o != Outcome.PASSED).isPresent())
            .map(DayStretch::text)
            .toList();
    if (bad.isEmpty()) {
      int good =
          stretches.stream()
              .filter(stretch -> stretch.outcome().isPresent())
              .mapToInt(DayStretch::length)
              .sum();
      return good == 0
          ? "no runs"
          : good == 1 ? "good for 1 hour" : "good for %d hours".formatted(good);
    }
    String told = bad.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
    return bad.size() > MOST_TOLD
        ? told + ", and %d times before".formatted(bad.size() - MOST_TOLD)
        : told;
  }

  private String text() {
    int newest = HOURS - first - length;
    int oldest = HOURS - 1 - first;
    String when =
        newest == oldest
            ? ago(newest)
            : newest == 0
                ? "for %d h".formatted(length)
                : "%d to %d h ago".formatted(oldest, newest);
    return outcome().map(Outcome::label).orElse("nothing") + " " + when;
  }

  private static String ago(int hours) {
    return hours == 0 ? "this hour" : hours + " h ago";
  }
}

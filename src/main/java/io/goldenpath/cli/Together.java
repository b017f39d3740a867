package io.goldenpath.cli;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several users at once met together, as lines for the terminal. */
record Together(Concurrency concurrency) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s at once connected, %s succeeded"
            .formatted(concurrency.connected(), concurrency.succeeded()));
    range(lines, "first event", concurrency.firstEvent());
    range(lines, "answer     ", concurrency.answer());
    Times answer = concurrency.answer();
    if (answer != null) {
      lines.add(
          "slowest      user %d in %s"
              .formatted(answer.slowest().slot(), millis(answer.slowest().time())));
      if (answer.count() > 1) {
        lines.add(
            "served       %seach further user waited %s longer"
                .formatted(
                    answer.oneByOne() ? "one after the other: " : "", millis(answer.growth())));
      }
    }
    return lines;
  }

  private static void range(List<String> lines, String what, @Nullable Times times) {
    if (times != null) {
      lines.add(
          "%s  %s to %s, %s apart"
              .formatted(
                  what,
                  millis(times.fastest().time()),
                  millis(times.slowest().time()),
                  millis(times.spread())));
    }
  }

  private static String millis(Duration time) {
    return time.toMillis() + " ms";
  }
}

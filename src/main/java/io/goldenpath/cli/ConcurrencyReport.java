package io.goldenpath.cli;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several users at once met together, as lines for the terminal. */
record ConcurrencyReport(ConcurrencySummary concurrency) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s at once connected, %s succeeded"
            .formatted(concurrency.connected(), concurrency.succeeded()));
    range(lines, "first event", concurrency.firstEvent());
    range(lines, "answer     ", concurrency.answer());
    UserLatencies answer = concurrency.answer();
    if (answer != null) {
      lines.add(
          "slowest      user %d in %s"
              .formatted(answer.slowest().slot(), millis(answer.slowest().time())));
      if (answer.count() > 1) {
        lines.add(
            "served       %seach further user waited %s longer"
                .formatted(
                    answer.servedSerially() ? "one after the other: " : "",
                    millis(answer.growthPerUser())));
      }
    }
    return lines;
  }

  private static void range(List<String> lines, String what, @Nullable UserLatencies latencies) {
    if (latencies != null) {
      lines.add(
          "%s  %s to %s, %s apart"
              .formatted(
                  what,
                  millis(latencies.fastest().time()),
                  millis(latencies.slowest().time()),
                  millis(latencies.spread())));
    }
  }

  private static String millis(Duration time) {
    return time.toMillis() + " ms";
  }
}

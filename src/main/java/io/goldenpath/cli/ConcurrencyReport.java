package io.goldenpath.cli;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
import io.goldenpath.model.time.DurationText;
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
              .formatted(answer.slowest().slot(), DurationText.of(answer.slowest().time())));
      if (answer.count() > 1) {
        lines.add(
            "served       %seach further user waited %s longer"
                .formatted(
                    answer.servedSerially() ? "one after the other: " : "",
                    DurationText.of(answer.growthPerUser())));
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
                  DurationText.of(latencies.fastest().time()),
                  DurationText.of(latencies.slowest().time()),
                  DurationText.of(latencies.spread())));
    }
  }
}

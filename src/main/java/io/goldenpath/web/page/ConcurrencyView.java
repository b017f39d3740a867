package io.goldenpath.web.page;

import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.UserLatencies;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What several users at once met together, in words.
 *
 * @param title How many they were.
 * @param facts What is to be said of them.
 */
record ConcurrencyView(String title, List<Fact> facts) {

  /** One fact, and whether it is no good news. */
  record Fact(String label, String value, boolean odd) {}

  static ConcurrencyView of(ConcurrencySummary concurrency) {
    List<Fact> facts = new ArrayList<>();
    facts.add(share("connected", concurrency.connected()));
    facts.add(share("succeeded", concurrency.succeeded()));
    Optional.ofNullable(concurrency.firstEvent())
        .ifPresent(latencies -> facts.add(new Fact("first event", between(latencies), false)));
    Optional.ofNullable(concurrency.answer())
        .ifPresent(latencies -> {
          facts.add(new Fact("answer", between(latencies), false));
          facts.add(new Fact("slowest", slowest(latencies), false));
          if (latencies.count() > 1) {
            facts.add(new Fact("served", served(latencies), latencies.servedSerially()));
          }
        });
    return new ConcurrencyView(concurrency.connected().total() + " users at once", facts);
  }

  /**
   * All of it in one line.
   *
   * @param drawn slot of the user whose path is drawn beneath
   */
  static @Nullable String sentence(Optional<ConcurrencySummary> concurrency, int drawn) {
    return concurrency
        .map(crowd ->
            "%s at once connected, %s succeeded%s. Drawn is the path of user %d."
                .formatted(crowd.connected(), crowd.succeeded(), answerText(crowd.answer()), drawn))
        .orElse(null);
  }

  private static String answerText(@Nullable UserLatencies answer) {
    return answer == null
        ? ""
        : "; slowest " + slowest(answer) + (answer.count() > 1 ? "; " + served(answer) : "");
  }

  private static Fact share(String label, ConcurrencySummary.Share share) {
    return new Fact(label, share.toString(), share.count() < share.total());
  }

  private static String between(UserLatencies latencies) {
    Duration first = latencies.fastest().time();
    return latencies.count() == 1
        ? DurationText.of(first)
        : "%s to %s, %s apart"
            .formatted(
                DurationText.of(first),
                DurationText.of(latencies.slowest().time()),
                DurationText.of(latencies.spread()));
  }

  private static String slowest(UserLatencies latencies) {
    return "user %d in %s"
        .formatted(latencies.slowest().slot(), DurationText.of(latencies.slowest().time()));
  }

  private static String served(UserLatencies latencies) {
    return (latencies.servedSerially() ? "one after the other: " : "")
        + "each further user waited "
        + DurationText.of(latencies.growthPerUser())
        + " longer";
  }
}

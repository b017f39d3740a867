package io.goldenpath.web;

import io.goldenpath.probe.Concurrency;
import io.goldenpath.probe.Times;
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
record CrowdView(String title, List<Fact> facts) {

  /** One fact, and whether it is no good news. */
  record Fact(String label, String value, boolean odd) {}

  static CrowdView of(Concurrency together) {
    List<Fact> facts = new ArrayList<>();
    facts.add(share("connected", together.connected()));
    facts.add(share("succeeded", together.succeeded()));
    Optional.ofNullable(together.firstEvent())
        .ifPresent(times -> facts.add(new Fact("first event", between(times), false)));
    Optional.ofNullable(together.answer())
        .ifPresent(times -> {
          facts.add(new Fact("answer", between(times), false));
          facts.add(new Fact("slowest", slowest(times), false));
          if (times.count() > 1) {
            facts.add(new Fact("served", served(times), times.oneByOne()));
          }
        });
    return new CrowdView(together.connected().all() + " users at once", facts);
  }

  /**
   * All of it in one line.
   *
   * @param drawn slot of the user whose path is drawn beneath
   */
  static @Nullable String line(Optional<Concurrency> together, int drawn) {
    return together
        .map(crowd ->
            "%s at once connected, %s succeeded%s. Drawn is the path of user %d."
                .formatted(crowd.connected(), crowd.succeeded(), pace(crowd.answer()), drawn))
        .orElse(null);
  }

  private static String pace(@Nullable Times answer) {
    return answer == null
        ? ""
        : "; slowest " + slowest(answer) + (answer.count() > 1 ? "; " + served(answer) : "");
  }

  private static Fact share(String label, Concurrency.Share share) {
    return new Fact(label, share.toString(), share.count() < share.all());
  }

  private static String between(Times times) {
    Duration first = times.fastest().time();
    return times.count() == 1
        ? Words.of(first)
        : "%s to %s, %s apart"
            .formatted(Words.of(first), Words.of(times.slowest().time()), Words.of(times.spread()));
  }

  private static String slowest(Times times) {
    return "user %d in %s".formatted(times.slowest().slot(), Words.of(times.slowest().time()));
  }

  private static String served(Times times) {
    return (times.oneByOne() ? "one after the other: " : "")
        + "each further user waited "
        + Words.of(times.growth())
        + " longer";
  }
}

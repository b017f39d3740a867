package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.inference.yaml.YamlMap;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Limits with room above the slowest of the runs, and none above those that there are. */
record LiveLimits(LiveEvidence evidence, EventPair tools) {

  static final int DEGRADED = 2;
  static final int FAILED = 4;
  private static final Duration LEAST_DEGRADED = Duration.ofSeconds(1);
  private static final Duration LEAST_FAILED = Duration.ofSeconds(2);
  private static final Duration FINE = Duration.ofSeconds(5);
  private static final Duration COARSE = Duration.ofSeconds(20);

  YamlMap yaml() {
    TimeLimits present = evidence.target().limits();
    YamlMap limits = new YamlMap();
    put(limits, "login", present.login(), run -> run.time(Step.LOGIN), Duration.ZERO);
    put(limits, "connect", present.connect(), run -> run.time(Step.CONNECT), Duration.ZERO);
    put(limits, "welcome", present.welcome(), run -> run.time(Step.WELCOME), Duration.ZERO);
    Duration first =
        put(
            limits,
            "first-event",
            present.firstEvent(),
            run -> run.run().timeToFirstEvent(),
            Duration.ZERO);
    Duration gap =
        put(
            limits,
            "gap",
            present.gap(),
            run -> run.gap(tools.opens(), tools.closes()),
            Duration.ZERO);
    put(
        limits,
        "tool",
        present.tool(),
        run -> run.open(tools.opens(), tools.closes()),
        Duration.ZERO);
    Duration stalled = first.plus(gap).plusSeconds(1);
    put(limits, "answer", present.answer(), run -> run.run().timeToAnswer(), stalled);
    return limits;
  }

  /** The limit of failure that now holds. */
  private Duration put(
      YamlMap limits,
      String key,
      TimeLimit present,
      Function<LiveRun, Optional<Duration>> time,
      Duration least) {
    boolean measured = evidence.runs().stream().anyMatch(run -> run.run().measured());
    List<Duration> times =
        evidence.runs().stream()
            .filter(run -> !measured || run.run().measured())
            .flatMap(run -> time.apply(run).stream())
            .sorted()
            .toList();
    if (times.isEmpty()) {
      return present.failed();
    }
    Duration slowest = times.getLast();
    Duration wanted = rounded(max(slowest.multipliedBy(FAILED), max(LEAST_FAILED, least)));
    Duration failed = min(wanted, present.failed());
    boolean slow = slowest.compareTo(present.softLimit()) > 0;
    Duration degraded = rounded(max(slowest.multipliedBy(DEGRADED), LEAST_DEGRADED));
    if (!slow && present.degraded() != null) {
      degraded = min(degraded, present.degraded());
    }
    String why =
        slow
            ? "? slower than the present %s: accept it, or make it faster"
                .formatted(DurationText.of(present.softLimit()))
            : failed.equals(wanted) ? "" : "failed as before, which is tighter";
    limits.raw(key, text(degraded, failed), comment(times, why, measured));
    return failed;
  }

  private static String comment(List<Duration> times, String why, boolean measured) {
    String mark = !why.startsWith("?") && (times.size() < 3 || !measured) ? "? " : "";
    String fastest = DurationText.of(times.getFirst());
    String slowest = DurationText.of(times.getLast());
    String range = fastest.equals(slowest) ? slowest : fastest + " to " + slowest;
    String seen =
        times.size() == 1
            ? "measured once: " + slowest
            : "%s in %d runs".formatted(range, times.size());
    String stalled = measured ? "" : ", while the monitor itself stood still";
    return why.isEmpty()
        ? mark + seen + stalled
        : mark + (why.startsWith("?") ? why + "; " + seen : seen + stalled + "; " + why);
  }

  private static String text(@Nullable Duration degraded, Duration failed) {
    return degraded == null || degraded.compareTo(failed) >= 0
        ? DurationText.setting(failed)
        : "{ degraded: %s, failed: %s }"
            .formatted(DurationText.setting(degraded), DurationText.setting(failed));
  }

  /** Up, to half a second where it is short, to five where it is long. */
  private static Duration rounded(Duration time) {
    long step = time.compareTo(FINE) < 0 ? 500 : time.compareTo(COARSE) < 0 ? 1_000 : 5_000;
    return Duration.ofMillis(Math.ceilDiv(time.toMillis(), step) * step);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}

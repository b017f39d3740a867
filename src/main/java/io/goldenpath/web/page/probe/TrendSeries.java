package io.goldenpath.web.page.probe;

import io.goldenpath.history.store.Aggregate;
import io.goldenpath.history.store.TimeDistribution;
import io.goldenpath.history.trend.ProbeTrend;
import io.goldenpath.history.trend.TrendRange;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What charts draw: times in seconds, moments in seconds since 1970. All lists of one part are as
 * long as its first, and null where there is nothing to draw.
 *
 * @param limits By what they limit.
 */
record TrendSeries(
    double from, double until, Samples samples, Means means, Map<String, Limit> limits) {

  private static final int MOST_EVENTS = 12;

  /** Single runs, the oldest first. */
  record Samples(
      List<Double> at,
      List<String> runs,
      Map<String, List<@Nullable Double>> steps,
      Map<String, List<@Nullable Double>> events) {}

  /** First event and answer: of single runs in an hour, else means of all that began together. */
  record Means(List<Double> at, List<@Nullable Double> firstEvent, List<@Nullable Double> answer) {}

  /** A limit; the time after which it is slow is null where only failure is limited. */
  record Limit(@Nullable Double slow, double failed) {}

  static TrendSeries of(ProbeTrend trend, TimeLimits limits) {
    List<Run> runs = trend.samples();
    return new TrendSeries(
        seconds(trend.from()),
        seconds(trend.until()),
        new Samples(
            runs.stream().map(run -> seconds(run.info().startedAt())).toList(),
            runs.stream().map(Run::id).toList(),
            steps(runs),
            events(runs)),
        trend.range() == TrendRange.HOUR || trend.stretches().isEmpty()
            ? singly(runs)
            : means(trend),
        limits(limits));
  }

  private static Map<String, List<@Nullable Double>> steps(List<Run> runs) {
    Map<String, List<@Nullable Double>> steps = new LinkedHashMap<>();
    for (Step step : Step.values()) {
      List<@Nullable Double> times = times(runs, run -> TrendFigures.took(run, step));
      if (times.stream().anyMatch(time -> time != null)) {
        steps.put(step.label(), times);
      }
    }
    return steps;
  }

  private static Map<String, List<@Nullable Double>> events(List<Run> runs) {
    Map<String, List<@Nullable Double>> events = new LinkedHashMap<>();
    runs.stream()
        .flatMap(run -> run.users().stream())
        .flatMap(user -> user.events().stream())
        .map(EventArrival::event)
        .distinct()
        .limit(MOST_EVENTS)
        .forEach(event -> events.put(event, times(runs, run -> delay(run, event))));
    return events;
  }

  /** Of the user who got it last. */
  private static Optional<Duration> delay(Run run, String event) {
    return run.users().stream()
        .flatMap(user ->
            user.events().stream().filter(arrival -> arrival.event().equals(event)).limit(1))
        .map(EventArrival::delay)
        .max(Duration::compareTo);
  }

  private static Means singly(List<Run> runs) {
    return new Means(
        runs.stream().map(run -> seconds(run.info().startedAt())).toList(),
        times(runs, Run::timeToFirstEvent),
        times(runs, Run::timeToAnswer));
  }

  private static Means means(ProbeTrend trend) {
    Duration half = trend.range().stretch().dividedBy(2);
    Collection<Aggregate> stretches = trend.stretches().values();
    List<@Nullable Double> first = new ArrayList<>();
    List<@Nullable Double> answer = new ArrayList<>();
    stretches.forEach(stretch -> {
      first.add(mean(stretch.times().firstEvent()));
      answer.add(mean(stretch.times().answer()));
    });
    return new Means(
        trend.stretches().keySet().stream().map(at -> seconds(at.plus(half))).toList(),
        first,
        answer);
  }

  private static @Nullable Double mean(TimeDistribution times) {
    return times.count() == 0 ? null : seconds(times.total().dividedBy(times.count()));
  }

  private static Map<String, Limit> limits(TimeLimits limits) {
    Map<String, Limit> all = new LinkedHashMap<>();
    for (Step step : Step.values()) {
      TimeLimit limit = TrendFigures.limit(step, limits);
      if (limit != null) {
        all.put(step.label(), limit(limit));
      }
    }
    all.put("first event", limit(limits.firstEvent()));
    all.put("answer", limit(limits.answer()));
    return all;
  }

  private static Limit limit(TimeLimit limit) {
    Duration slow = limit.degraded();
    return new Limit(slow == null ? null : seconds(slow), seconds(limit.failed()));
  }

  private static List<@Nullable Double> times(
      List<Run> runs, Function<Run, Optional<Duration>> time) {
    List<@Nullable Double> times = new ArrayList<>();
    runs.forEach(run -> times.add(time.apply(run).map(TrendSeries::seconds).orElse(null)));
    return times;
  }

  private static double seconds(Duration time) {
    return Math.round(time.toNanos() / 1e3) / 1e6;
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / 1e3;
  }
}

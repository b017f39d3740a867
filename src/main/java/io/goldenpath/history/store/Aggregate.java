package io.goldenpath.history.store;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Trigger;
import java.time.Duration;
import java.util.Optional;

/**
 * What a probe did in one window of time.
 *
 * @param runs All runs that began in it.
 * @param scheduled Those of them that the schedule triggered, without those in maintenance.
 */
public record Aggregate(
    OutcomeCounts runs, OutcomeCounts scheduled, VerdictTimes verdicts, RunTimes times) {

  public static final Aggregate EMPTY =
      new Aggregate(OutcomeCounts.NONE, OutcomeCounts.NONE, VerdictTimes.NONE, RunTimes.NONE);

  /** Times of those runs that the monitor itself did not spoil. */
  public record RunTimes(
      TimeDistribution duration, TimeDistribution firstEvent, TimeDistribution answer) {

    static final RunTimes NONE =
        new RunTimes(TimeDistribution.NONE, TimeDistribution.NONE, TimeDistribution.NONE);

    static RunTimes of(Run run) {
      return run.valid()
          ? new RunTimes(
              TimeDistribution.of(run.duration()),
              distribution(run.timeToFirstEvent()),
              distribution(run.timeToAnswer()))
          : NONE;
    }

    private static TimeDistribution distribution(Optional<Duration> time) {
      return time.map(TimeDistribution::of).orElse(TimeDistribution.NONE);
    }

    RunTimes plus(RunTimes more) {
      return new RunTimes(
          duration.plus(more.duration), firstEvent.plus(more.firstEvent), answer.plus(more.answer));
    }
  }

  static Aggregate of(Run run) {
    OutcomeCounts counts = OutcomeCounts.of(run.outcome());
    return new Aggregate(
        counts,
        run.info().trigger() == Trigger.SCHEDULE && run.maintenance() == null
            ? counts
            : OutcomeCounts.NONE,
        VerdictTimes.NONE,
        RunTimes.of(run));
  }

  static Aggregate of(VerdictTimes verdicts) {
    return new Aggregate(OutcomeCounts.NONE, OutcomeCounts.NONE, verdicts, RunTimes.NONE);
  }

  public Aggregate plus(Aggregate more) {
    return new Aggregate(
        runs.plus(more.runs),
        scheduled.plus(more.scheduled),
        verdicts.plus(more.verdicts),
        times.plus(more.times));
  }
}

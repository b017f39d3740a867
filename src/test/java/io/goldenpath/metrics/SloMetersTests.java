package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.model.run.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloMetersTests {

  private final Probe plain = SampleRuns.probe("staging");
  private final Probe strict = ServiceLevels.with(plain, GoodRuns.PASSED);
  private final Probe lenient = ServiceLevels.with(plain, GoodRuns.NOT_FAILED);
  private final Scrape scrape = Scrape.watching(plain);
  private final SloMeters meters = new SloMeters(scrape.registry(), "local");

  @Test
  void standAtZeroBeforeTheFirstRun() {
    meters.watching(List.of(strict));

    assertThat(count("true")).isZero();
    assertThat(count("false")).isZero();
    assertThat(scrape.value("goldenpath_slo_objective_ratio")).isEqualTo(0.9);
  }

  @Test
  void countWhatTheObjectiveCallsGood() {
    meters.watching(List.of(strict));
    meters.finished(SampleRuns.passed(plain, "a", NOON));
    meters.finished(SampleRuns.late(plain, "b", NOON));
    meters.finished(SampleRuns.missing(plain, "c", NOON));
    assertThat(count("true")).isEqualTo(1);
    assertThat(count("false")).isEqualTo(2);

    meters.watching(List.of(lenient));
    meters.finished(SampleRuns.late(plain, "d", NOON));
    assertThat(count("true")).isEqualTo(2);
  }

  @Test
  void leaveOutWhatSaysNothingOfUsers() {
    meters.watching(List.of(strict));
    Run missing = SampleRuns.missing(plain, "a", NOON);
    RunInfo requested = new RunInfo("b", plain.id(), "local", Trigger.REQUEST, NOON);

    meters.finished(missing.inMaintenance("patch window"));
    meters.finished(SampleRuns.broken(plain, "c", NOON));
    meters.finished(Run.of(requested, missing.duration(), missing.findings(), missing.users()));

    assertThat(count("true")).isZero();
    assertThat(count("false")).isZero();
  }

  @Test
  void haveNoObjectiveWhereNoneIsSetAnyMore() {
    meters.watching(List.of(strict));
    meters.watching(List.of(plain));
    meters.finished(SampleRuns.passed(plain, "a", NOON));

    assertThat(scrape.samples("goldenpath_slo_objective_ratio")).isEmpty();
    assertThat(count("true")).isZero();
  }

  @Test
  void haveNoSeriesOfAProbeThatIsGone() {
    meters.watching(List.of(strict));
    meters.watching(List.of());

    assertThat(scrape.text()).doesNotContain("goldenpath_slo");
  }

  /** The series of a probe with an objective. */
  static void watching(Scrape scrape, Probe probe) {
    new SloMeters(scrape.registry(), "local")
        .watching(List.of(ServiceLevels.with(probe, GoodRuns.PASSED)));
  }

  private double count(String good) {
    return scrape.value("goldenpath_slo_runs_total", "good", good);
  }
}

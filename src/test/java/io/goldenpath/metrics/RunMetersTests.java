package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The scraped text is the interface, so that is what is asserted. */
class RunMetersTests {

  private static final Set<String> RESULTS =
      Set.of(
          "probe_success",
          "probe_duration_seconds",
          "goldenpath_verdict",
          "goldenpath_cause",
          "goldenpath_last_run_timestamp_seconds",
          "goldenpath_last_success_timestamp_seconds",
          "goldenpath_last_login_timestamp_seconds",
          "goldenpath_consecutive_failures",
          "goldenpath_certificate_expiry_timestamp_seconds",
          "goldenpath_token_expiry_timestamp_seconds");

  private final Probe probe = SampleRuns.probe("staging");
  private final Scrape scrape = Scrape.watching(probe);

  @Test
  void tellsNoResultBeforeThereIsOne() {
    assertThat(names()).doesNotContainAnyElementsOf(RESULTS);

    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(names()).containsAll(RESULTS);
  }

  @Test
  void tellsOfARunThatPassed() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(scrape.text())
        .contains(
            "probe_success{journey=\"golden-path\",location=\"local\",target=\"staging\"} 1.0\n");
    assertThat(scrape.value("probe_duration_seconds")).isEqualTo(1.842);
    assertThat(scrape.value("goldenpath_runs_total", "outcome", "passed")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "up")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "down")).isZero();
    assertThat(scrape.value("goldenpath_first_event_seconds_sum")).isEqualTo(0.311);
    assertThat(scrape.value("goldenpath_last_run_timestamp_seconds"))
        .isEqualTo(NOON.plusMillis(1842).toEpochMilli() / 1e3);
    assertThat(scrape.value("goldenpath_token_expiry_timestamp_seconds"))
        .isEqualTo((double) NOON.plusSeconds(900).getEpochSecond());
    assertThat(scrape.value("goldenpath_certificate_expiry_timestamp_seconds", "step", "login"))
        .isEqualTo((double) Instant.parse("2027-02-01T00:01:00Z").getEpochSecond());
    assertThat(scrape.value("goldenpath_certificate_expiry_timestamp_seconds", "step", "connect"))
        .isEqualTo((double) Instant.parse("2027-02-01T00:00:00Z").getEpochSecond());
    for (String event : SampleRuns.EVENTS) {
      assertThat(scrape.value("goldenpath_events_total", "event", event)).isEqualTo(1);
    }
    assertThat(scrape.value("goldenpath_event_gap_seconds_count")).isEqualTo(4);
    assertThat(scrape.value("goldenpath_connect_phase_seconds_sum", "phase", "tls"))
        .isEqualTo(0.011);
  }

  @Test
  void tellsOfARunThatFailed() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON));
    scrape.finished(SampleRuns.missing(probe, "b", NOON.plusSeconds(60)));
    scrape.finished(SampleRuns.missing(probe, "c", NOON.plusSeconds(120)));

    assertThat(scrape.value("probe_success")).isZero();
    assertThat(scrape.value("goldenpath_consecutive_failures")).isEqualTo(2);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "down")).isEqualTo(1);
    assertThat(
            scrape.value(
                "goldenpath_findings_total",
                "kind",
                "missing_event",
                "severity",
                "error",
                "step",
                "events"))
        .isEqualTo(2);
    assertThat(scrape.value("goldenpath_last_success_timestamp_seconds"))
        .isEqualTo(NOON.plusMillis(1842).toEpochMilli() / 1e3);
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "events"))
        .isEqualTo(3);
  }

  @Test
  void tellsWhatIsWrongNow() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON));
    assertThat(cause("events")).isZero();
    scrape.finished(SampleRuns.missing(probe, "b", NOON.plusSeconds(60)));
    assertThat(cause("events")).isEqualTo(1);
    assertThat(cause("no_answer")).isZero();

    scrape.finished(SampleRuns.refused(probe, "c", NOON.plusSeconds(120)));

    assertThat(cause("events")).isZero();
    assertThat(cause("connection")).isEqualTo(1);
    scrape.finished(SampleRuns.broken(probe, "d", NOON.plusSeconds(180)));
    assertThat(cause("connection")).isEqualTo(1);
  }

  @Test
  void countsAReusedTokenAsNoLogin() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON));
    Run later = SampleRuns.passed(probe, "b", NOON.plusSeconds(60));
    scrape.finished(ReusedLogins.of(later, Duration.ofMinutes(1)));

    assertThat(scrape.value("goldenpath_last_login_timestamp_seconds"))
        .isEqualTo(NOON.plusMillis(41).toEpochMilli() / 1e3);
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "login"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "connect"))
        .isEqualTo(2);
  }

  @Test
  void countsADegradedRunAsSuccess() {
    scrape.finished(SampleRuns.late(probe, "a", NOON));

    assertThat(scrape.value("probe_success")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "degraded")).isEqualTo(1);
  }

  @Test
  void timesOnlyTheStepsThatWereWalked() {
    scrape.finished(SampleRuns.refused(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "connect"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "welcome")).isZero();
  }

  @Test
  void holdsOurOwnFaultAgainstNobody() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON));
    scrape.finished(SampleRuns.broken(probe, "b", NOON.plusSeconds(60)));

    assertThat(scrape.value("probe_success")).isEqualTo(1);
    assertThat(scrape.value("probe_duration_seconds")).isEqualTo(1.842);
    assertThat(scrape.value("goldenpath_run_duration_seconds_count")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_runs_total", "outcome", "broken")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_consecutive_failures")).isZero();
  }

  @Test
  void tellsNoResultOfAFirstRunThatBroke() {
    scrape.finished(SampleRuns.broken(probe, "a", NOON));

    assertThat(names()).doesNotContain("probe_success", "probe_duration_seconds");
    assertThat(scrape.value("goldenpath_verdict", "verdict", "unknown")).isEqualTo(1);
  }

  @Test
  void takesAnAnswerThatOutranTheStampOfItsMessageForImmediate() {
    Run passed = SampleRuns.passed(probe, "a", NOON);
    EventArrival early =
        new EventArrival(
            "agent_started", SampleRuns.millis(89), Duration.ofMillis(-1), 7_000_000_089L, 4, 0);

    scrape.finished(with(passed, List.of(early)));

    assertThat(scrape.value("goldenpath_event_delay_seconds_count", "event", "agent_started"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_event_delay_seconds_sum", "event", "agent_started"))
        .isZero();
  }

  @Test
  void callsAnEventThatTheContractDoesNotKnowOther() {
    Run passed = SampleRuns.passed(probe, "a", NOON);
    EventArrival strange =
        new EventArrival("sk-secret-1234", SampleRuns.millis(400), SampleRuns.millis(310), 7, 4, 0);

    scrape.finished(with(passed, List.of(strange)));

    assertThat(scrape.value("goldenpath_events_total", "event", "other")).isEqualTo(1);
    assertThat(scrape.text()).doesNotContain("sk-secret");
  }

  @Test
  void countsRunsInFlight() {
    RunInfo ticket = SampleRuns.runInfo(probe, "a", NOON);

    scrape.notifyListeners(listener -> listener.started(ticket, SampleRuns.millis(70)));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_bucket", "le", "0.05")).isZero();
    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_bucket", "le", "0.1"))
        .isEqualTo(1);

    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isZero();
  }

  @Test
  void knowsNoLatenessOfARunThatSomebodyAskedFor() {
    RunInfo asked = new RunInfo("a", probe.id(), "local", Trigger.REQUEST, NOON);

    scrape.notifyListeners(listener -> listener.started(asked, Duration.ZERO));

    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_count")).isZero();
  }

  @Test
  void countsSkippedRunsByReason() {
    SkippedRun skipped = new SkippedRun(SkipReason.USER_BUSY, "nobody is free", null);

    scrape.notifyListeners(listener -> listener.skipped(probe.id(), skipped));

    assertThat(scrape.value("goldenpath_runs_skipped_total", "reason", "user_busy")).isEqualTo(1);
    assertThat(scrape.samples("goldenpath_runs_skipped_total")).hasSize(SkipReason.values().length);
  }

  @Test
  void keepsTheTimesOfARunInWhichTheMonitorStoodStillOutOfHistograms() {
    scrape.finished(SampleRuns.passed(probe, "a", NOON).withStalled(Duration.ofMillis(120)));

    assertThat(scrape.value("goldenpath_runs_total", "outcome", "passed")).isEqualTo(1);
    assertThat(scrape.value("probe_success")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_events_total", "event", "agent_started")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_run_duration_seconds_count")).isZero();
    assertThat(scrape.value("goldenpath_first_event_seconds_count")).isZero();
    assertThat(scrape.value("goldenpath_event_gap_seconds_count")).isZero();
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "login")).isZero();
    assertThat(scrape.value("goldenpath_connect_phase_seconds_count", "phase", "tcp")).isZero();
    assertThat(scrape.value("goldenpath_event_delay_seconds_count", "event", "agent_started"))
        .isZero();
  }

  @Test
  void neverCountsFewerThanNoRunsInFlight() {
    RunInfo ticket = SampleRuns.runInfo(probe, "a", NOON);
    scrape.notifyListeners(listener -> listener.started(ticket, Duration.ZERO));

    scrape.notifyListeners(listener -> listener.watching(List.of()));
    assertThat(scrape.value("goldenpath_runs_in_flight")).isZero();
    scrape.notifyListeners(listener -> listener.watching(List.of(probe)));
    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isZero();
  }

  private List<String> names() {
    return scrape.samples().stream().map(Scrape.Sample::name).toList();
  }

  private static Run with(Run run, List<EventArrival> events) {
    UserRun user = run.users().getFirst();
    return Run.of(
        run.info(),
        run.duration(),
        run.findings(),
        List.of(
            new UserRun(
                user.slot(),
                user.steps(),
                user.connectPhases(),
                events,
                user.transcript(),
                user.expiry())));
  }

  private double cause(String lost) {
    return scrape.value("goldenpath_cause", "class", lost);
  }
}

package io.goldenpath.metrics;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
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
          "goldenpath_last_run_timestamp_seconds",
          "goldenpath_last_success_timestamp_seconds",
          "goldenpath_consecutive_failures",
          "goldenpath_certificate_expiry_timestamp_seconds",
          "goldenpath_token_expiry_timestamp_seconds");

  private final Probe probe = Runs.probe("staging");
  private final Scrape scrape = Scrape.watching(probe);

  @Test
  void tellsNoResultBeforeThereIsOne() {
    assertThat(names()).doesNotContainAnyElementsOf(RESULTS);

    scrape.finished(Runs.passed(probe, "a", NOON));

    assertThat(names()).containsAll(RESULTS);
  }

  @Test
  void tellsOfARunThatPassed() {
    scrape.finished(Runs.passed(probe, "a", NOON));

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
    for (String event : Runs.EVENTS) {
      assertThat(scrape.value("goldenpath_events_total", "event", event)).isEqualTo(1);
    }
    assertThat(scrape.value("goldenpath_event_gap_seconds_count")).isEqualTo(4);
    assertThat(scrape.value("goldenpath_connect_phase_seconds_sum", "phase", "tls"))
        .isEqualTo(0.011);
  }

  @Test
  void tellsOfARunThatFailed() {
    scrape.finished(Runs.passed(probe, "a", NOON));
    scrape.finished(Runs.missing(probe, "b", NOON.plusSeconds(60)));
    scrape.finished(Runs.missing(probe, "c", NOON.plusSeconds(120)));

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
  void countsADegradedRunAsSuccess() {
    scrape.finished(Runs.late(probe, "a", NOON));

    assertThat(scrape.value("probe_success")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "degraded")).isEqualTo(1);
  }

  @Test
  void timesOnlyTheStepsThatWereWalked() {
    scrape.finished(Runs.refused(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "connect"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_step_duration_seconds_count", "step", "welcome")).isZero();
  }

  @Test
  void holdsOurOwnFaultAgainstNobody() {
    scrape.finished(Runs.passed(probe, "a", NOON));
    scrape.finished(Runs.broken(probe, "b", NOON.plusSeconds(60)));

    assertThat(scrape.value("probe_success")).isEqualTo(1);
    assertThat(scrape.value("probe_duration_seconds")).isEqualTo(1.842);
    assertThat(scrape.value("goldenpath_run_duration_seconds_count")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_runs_total", "outcome", "broken")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_consecutive_failures")).isZero();
  }

  @Test
  void tellsNoResultOfAFirstRunThatBroke() {
    scrape.finished(Runs.broken(probe, "a", NOON));

    assertThat(names()).doesNotContain("probe_success", "probe_duration_seconds");
    assertThat(scrape.value("goldenpath_verdict", "verdict", "unknown")).isEqualTo(1);
  }

  @Test
  void takesAnAnswerThatOutranTheStampOfItsMessageForImmediate() {
    Run passed = Runs.passed(probe, "a", NOON);
    EventMark early =
        new EventMark("agent_started", Runs.millis(89), Duration.ofMillis(-1), 7_000_000_089L, 4);

    scrape.finished(with(passed, List.of(early)));

    assertThat(scrape.value("goldenpath_event_delay_seconds_count", "event", "agent_started"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_event_delay_seconds_sum", "event", "agent_started"))
        .isZero();
  }

  @Test
  void callsAnEventThatTheContractDoesNotKnowOther() {
    Run passed = Runs.passed(probe, "a", NOON);
    EventMark strange = new EventMark("sk-secret-1234", Runs.millis(400), Runs.millis(310), 7, 4);

    scrape.finished(with(passed, List.of(strange)));

    assertThat(scrape.value("goldenpath_events_total", "event", "other")).isEqualTo(1);
    assertThat(scrape.text()).doesNotContain("sk-secret");
  }

  @Test
  void countsRunsInFlight() {
    RunTicket ticket = Runs.ticket(probe, "a", NOON);

    scrape.tell(listener -> listener.started(ticket, Runs.millis(70)));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isEqualTo(1);
    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_bucket", "le", "0.05")).isZero();
    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_bucket", "le", "0.1"))
        .isEqualTo(1);

    scrape.finished(Runs.passed(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isZero();
  }

  @Test
  void knowsNoLatenessOfARunThatSomebodyAskedFor() {
    RunTicket asked = new RunTicket("a", probe.id(), "local", Trigger.REQUEST, NOON);

    scrape.tell(listener -> listener.started(asked, Duration.ZERO));

    assertThat(scrape.value("goldenpath_schedule_lateness_seconds_count")).isZero();
  }

  @Test
  void countsSkippedRunsByReason() {
    scrape.tell(listener -> listener.skipped(probe.id(), SkipReason.USER_BUSY));

    assertThat(scrape.value("goldenpath_runs_skipped_total", "reason", "user_busy")).isEqualTo(1);
    assertThat(scrape.lines("goldenpath_runs_skipped_total")).hasSize(SkipReason.values().length);
  }

  @Test
  void neverCountsFewerThanNoRunsInFlight() {
    RunTicket ticket = Runs.ticket(probe, "a", NOON);
    scrape.tell(listener -> listener.started(ticket, Duration.ZERO));

    scrape.tell(listener -> listener.watching(List.of()));
    scrape.tell(listener -> listener.watching(List.of(probe)));
    scrape.finished(Runs.passed(probe, "a", NOON));

    assertThat(scrape.value("goldenpath_runs_in_flight")).isZero();
  }

  private List<String> names() {
    return scrape.lines().stream().map(Scrape.Line::name).toList();
  }

  private static Run with(Run run, List<EventMark> events) {
    UserRun user = run.users().getFirst();
    return Run.of(
        run.ticket(),
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
}

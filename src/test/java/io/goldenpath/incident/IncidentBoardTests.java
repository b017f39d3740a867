package io.goldenpath.incident;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an incident begins, what it collects, and when it ends, run by run. */
class IncidentBoardTests {

  private final Probe demo =
      SampleRuns.withVerdict(SampleRuns.probe("demo"), VerdictPolicy.DEFAULT);
  private final IncidentsUnderTest incidents = new IncidentsUnderTest(demo);

  /**
   * One run a minute: p passed, m an event is missing, s stalled, l late (degraded), b broken, x
   * and o failed and passed in maintenance, R a restart, _ ten minutes without a run.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // begins with the first bad run of those that changed the verdict, ends with the first good
        "pppp; ``",
        "pmpp; ``",
        "pmm; down 2-3 of 2, 12:02 to now: missing_event events",
        "pmpm; down 2-4 of 2, 12:02 to now: missing_event events",
        "pmppmm; down 5-6 of 2, 12:05 to now: missing_event events",
        "pmmp; down 2-3 of 2, 12:02 to now: missing_event events",
        "pmmpp; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events",
        "pmmpmpp; down 2-5 of 3, 12:02 to 12:06 recovered: missing_event events",
        "mm; down 1-2 of 2, 12:01 to now: missing_event events",
        // degraded is an incident of its own severity; the worst of it counts
        "pll; degraded 2-3 of 2, 12:02 to now: late_event events",
        "pllpp; degraded 2-3 of 2, 12:02 to 12:04 recovered: late_event events",
        "pllmm; down 2-5 of 4, 12:02 to now: late_event events, missing_event events",
        "plm; degraded 2-3 of 2, 12:02 to now: late_event events, missing_event events",
        "pmmllpp; down 2-5 of 4, 12:02 to 12:06 recovered: missing_event events, late_event events",
        // causes in their order, each once
        "psmsm; down 2-5 of 4, 12:02 to now: stalled events, missing_event events",
        // two of them
        "pmmppss; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events | down 6-7 of 2,"
            + " 12:06 to now: stalled events",
        // the monitor's own faults and what is found in maintenance say nothing
        "pmbm; down 2-4 of 2, 12:02 to now: missing_event events",
        "pbbbb; ``",
        "pxxxx; ``",
        "pmmooo; down 2-3 of 2, 12:02 to now: missing_event events",
        "pmmxxmpp; down 2-6 of 3, 12:02 to 12:07 recovered: missing_event events",
        // nothing known, and a restart, neither end it nor double it
        "pmm_mm; down 2-5 of 4, 12:02 to now: missing_event events",
        "pmm_p; down 2-3 of 2, 12:02 to 12:14 recovered: missing_event events",
        "pm_mm; down 3-4 of 2, 12:13 to now: missing_event events",
        "pmRm; down 2-3 of 2, 12:02 to now: missing_event events",
        "pmpRm; down 2-4 of 2, 12:02 to now: missing_event events",
        "pmmR; down 2-3 of 2, 12:02 to now: missing_event events",
        "pmmRmm; down 2-5 of 4, 12:02 to now: missing_event events",
        "pmmRs; down 2-4 of 3, 12:02 to now: missing_event events, stalled events",
        "pmmRpp; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events",
        "pmmpRp; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events",
        "pmm_R_p; down 2-3 of 2, 12:02 to 12:24 recovered: missing_event events",
        "pmmppR; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events",
        // flapping keeps one
        "pppppmpmpmpmpmpmpmp; down 6-18 of 7, 12:06 to now: missing_event events",
        "pppppmpmpmpmpmpmppppppppppppppppppppp; down 6-16 of 6, 12:06 to 12:17 recovered:"
            + " missing_event events",
      })
  void beginsAndEnds(String runs, String told) {
    incidents.play(runs);

    assertThat(incidents.told()).isEqualTo(told);
  }

  @Test
  void namesTheReleaseThatTheTargetHadWhenItBegan() {
    incidents.play("pmm");

    assertThat(only().context()).isEqualTo(new Incident.Context("demo-12:02", null, null));
  }

  @Test
  void keepsTheWordsAndTheFirstRunOfEachCause() {
    incidents.play("pmms");

    IncidentCause second = only().causes().listed().getLast();
    assertThat(second.message()).isEqualTo("nothing came for 1200 ms after agent_thinking");
    assertThat(second.since()).isEqualTo(NOON.plus(Duration.ofMinutes(4)));
    assertThat(second.firstRun()).isEqualTo("4");
  }

  @Test
  void countsTheRunsWhoseCausesAreTooManyToList() {
    IncidentCauses causes = IncidentCauses.NONE;
    for (int i = 0; i < IncidentCauses.MOST + 5; i++) {
      causes = causes.plus(List.of(cause("event_" + i)));
    }
    causes = causes.plus(List.of(cause("event_3")));

    assertThat(causes.listed()).hasSize(IncidentCauses.MOST);
    assertThat(causes.unlisted()).isEqualTo(5);
  }

  @Test
  void ofAProbeThatIsWatchedNoLongerEndsThen() {
    incidents.play("pmm_");
    incidents.watch(SampleRuns.probe("other"));
    incidents.watch(demo);
    incidents.play("mm");

    assertThat(incidents.told())
        .isEqualTo(
            "down 2-3 of 2, 12:02 to 12:13 removed: missing_event events"
                + " | down 4-5 of 2, 12:14 to now: missing_event events");
  }

  @Test
  void ofAProbeThatIsNotWatchedAfterARestartEndsThen() {
    incidents.play("pmm");
    incidents.restartWithoutStore();
    incidents.watch(SampleRuns.probe("other"));
    incidents.restoreIncidents();

    assertThat(only().state()).isEqualTo(Incident.State.REMOVED);
  }

  /** The store was away when the monitor started. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "; down 2-3 of 2, 12:02 to now: missing_event events",
        "m; down 2-3 of 2, 12:02 to now: missing_event events",
        "ss; down 2-5 of 4, 12:02 to now: missing_event events, stalled events",
        "sspp; down 2-5 of 4, 12:02 to 12:06 recovered: missing_event events, stalled events",
        "sspmm; down 2-8 of 6, 12:02 to now: missing_event events, stalled events",
        "p; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events",
        "pss; down 2-3 of 2, 12:02 to 12:04 recovered: missing_event events | down 5-6 of 2, 12:05"
            + " to now: stalled events",
      })
  void thatIsReadOnlyLaterGoesOn(String meanwhile, String told) {
    incidents.play("pmm");
    incidents.restartWithoutStore();
    if (meanwhile != null) {
      meanwhile.chars().forEach(letter -> finishUnstored((char) letter));
    }
    incidents.restoreIncidents();

    assertThat(incidents.told()).isEqualTo(told);
  }

  @Test
  void thatACriticalFindingBeginsInMaintenanceIsMarked() {
    Probe crowd = SampleRuns.isolation("demo", 3);
    IncidentsUnderTest leaking = new IncidentsUnderTest(crowd);
    Run good = SampleRuns.servedSerially(crowd, "leak", NOON.plusSeconds(60), 3);

    leaking.finish(
        SampleRuns.withUsers(
                crowd, "leak", NOON.plusSeconds(60), good.users(), SampleFindings.leak(1, 2))
            .inMaintenance("patch window"));

    Incident incident = leaking.stored.values().iterator().next();
    assertThat(incident.context().maintenance()).isEqualTo("patch window");
    assertThat(incident.causes().listed()).extracting(IncidentCause::kind).contains("leak_content");
  }

  @Test
  void ofARegressionBeginsWithTheFirstRunThatShowedIt() {
    incidents.play("pmpp");
    RegressionState state = opened(Severity.WARNING);
    incidents.verdicts.changed(demo.id(), state);
    incidents.play("pp");
    incidents.verdicts.changed(demo.id(), RegressionState.NONE);
    incidents.play("p");

    assertThat(incidents.told())
        .isEqualTo("degraded 3-6 of 2, 12:03 to 12:07 recovered: order_changed");
  }

  @Test
  void isNoneForARegressionThatIsMerelyTold() {
    incidents.verdicts.changed(demo.id(), opened(Severity.INFO));
    incidents.play("ppp");

    assertThat(incidents.stored).isEmpty();
  }

  @Test
  void waitWithinBoundsWhileTheStoreIsAway() {
    Probe[] many =
        IntStream.range(0, 1001).mapToObj(i -> SampleRuns.probe("shop-" + i)).toArray(Probe[]::new);
    incidents.watch(many);
    for (Probe probe : many) {
      Run run = SampleRuns.missing(probe, probe.target().name(), NOON);
      incidents.verdicts.finished(run);
      incidents.board.finished(run);
    }

    assertThat(incidents.board.changes().incidents()).hasSize(1000);
    assertThat(incidents.board.incidents()).hasSize(1001);
  }

  private static RegressionState opened(Severity severity) {
    Regression.RunMark first =
        new Regression.RunMark("3", NOON.plus(Duration.ofMinutes(3)), "1.8.3", null);
    return new RegressionState(
        200,
        50,
        List.of(
            new Regression(
                RegressionKind.ORDER_CHANGED,
                "tool_executing",
                severity,
                "order is another",
                first)));
  }

  private void finishUnstored(char letter) {
    Run run = incidents.run(letter);
    incidents.verdicts.finished(run);
    incidents.board.finished(run);
  }

  private Incident only() {
    assertThat(incidents.stored).hasSize(1);
    return incidents.stored.values().iterator().next();
  }

  private static IncidentCause cause(String event) {
    return new IncidentCause("late_event", "events", event, "it came late", NOON, "1");
  }
}

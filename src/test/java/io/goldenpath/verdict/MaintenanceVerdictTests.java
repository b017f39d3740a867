package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In maintenance nothing but what is critical changes a verdict. */
class MaintenanceVerdictTests {

  private final Probe demo = SampleRuns.isolation("demo", 3);
  private final List<VerdictChange> changes = new ArrayList<>();
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of(changes::add));

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void staysAsItWasHoweverLongItLasts() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    changes.clear();

    for (int minute = 1; minute <= 60; minute++) {
      now = NOON.plus(Duration.ofMinutes(minute));
      finishedInMaintenance(SampleRuns.missing(demo, "m" + minute, now));
      board.expireStale();
    }

    assertThat(changes).isEmpty();
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason()).isEqualTo("the last run passed");
    assertThat(state().consecutiveFailures()).isZero();
    assertThat(state().lastRun()).extracting(Run::id).isEqualTo("m60");

    board.finished(SampleRuns.missing(demo, "b", now.plusSeconds(60)));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().consecutiveFailures()).isEqualTo(1);
  }

  @Test
  void endsNoOutageEither() {
    board.finished(SampleRuns.missing(demo, "a", NOON));

    finishedInMaintenance(SampleRuns.passed(demo, "b", NOON.plusSeconds(60)));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().since()).isEqualTo(SampleRuns.missing(demo, "a", NOON).endedAt());
  }

  @Test
  void tellsALeakAsEver() {
    board.finished(SampleRuns.passed(demo, "a", NOON));

    Run good = SampleRuns.servedSerially(demo, "b", NOON.plusSeconds(60), 3);
    finishedInMaintenance(
        SampleRuns.withUsers(
            demo, "b", NOON.plusSeconds(60), good.users(), SampleFindings.leak(1, 2)));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().causes()).contains(CauseClass.LEAK);
  }

  @Test
  void isUnknownWhereNothingElseHasEnded() {
    finishedInMaintenance(SampleRuns.passed(demo, "a", NOON));

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(state().reason()).isEqualTo("only runs in maintenance have ended");
  }

  private void finishedInMaintenance(Run run) {
    board.finished(run.inMaintenance("patch window"));
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }
}

package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleLogins;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two starts of the monitor, with what the first one saved between them. */
class RestoredVerdictsTests implements VerdictListener {

  private final Probe demo =
      SampleRuns.withVerdict(SampleRuns.probe("demo"), VerdictPolicy.DEFAULT);
  private final Map<String, Run> stored = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = NOON;
  private VerdictBoard board = started();

  @Override
  public void changed(VerdictChange change) {
    told.add("changed to " + change.after().label());
  }

  @Override
  public void restored(VerdictChange change) {
    told.add("restored as " + change.after().label());
  }

  @Override
  public void causeChanged(VerdictChange change) {
    told.add("another cause");
  }

  @Test
  void areAsBeforeAndNoNews() {
    Run good = SampleRuns.passed(demo, "a", NOON);
    finish(good);
    finish(SampleRuns.missing(demo, "b", NOON.plusSeconds(60)));
    finish(SampleRuns.missing(demo, "c", NOON.plusSeconds(120)));
    ProbeState before = state();

    restart(Duration.ofMinutes(4));

    assertThat(state()).isEqualTo(before);
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().streak()).isEqualTo(new RunStreak(2, good.endedAt()));
    assertThat(told).containsExactly("restored as down");
    board.expireStale();
    finish(SampleRuns.missing(demo, "d", now));
    assertThat(told).hasSize(1);
    assertThat(state().since()).isEqualTo(before.since());
  }

  @Test
  void goOnCountingWhereTheFirstStartEnded() {
    finish(SampleRuns.passed(demo, "a", NOON));
    finish(SampleRuns.missing(demo, "b", NOON.plusSeconds(60)));

    restart(Duration.ofSeconds(30));
    finish(SampleRuns.missing(demo, "c", now));

    assertThat(told).containsExactly("restored as up", "changed to down");
  }

  @Test
  void becomeUnknownWhenNoRunEndsForThreePeriodsAfterTheStart() {
    finish(SampleRuns.passed(demo, "a", NOON));
    restart(Duration.ofMinutes(10));

    now = now.plus(Duration.ofMinutes(3));
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    now = now.plusSeconds(1);
    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void areStaleAfterAQuarterOfAnHour() {
    finish(SampleRuns.passed(demo, "a", NOON));
    restart(Duration.ofMinutes(16));

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "no JSON", "[1]", "{\"verdict\":\"SIDEWAYS\"}"})
  void areLeftOutWhereTheyCannotBeRead(String text) {
    VerdictBoard other = new VerdictBoard(() -> now, List.of(this));

    other.restore(Map.of(demo.id(), text), id -> Optional.ofNullable(stored.get(id)));
    other.watching(List.of(demo));

    assertThat(other.state(demo.id()).orElseThrow().reason()).isEqualTo("no run has ended yet");
    assertThat(told).isEmpty();
  }

  @Test
  void areLeftOutWhereTheirLastRunIsGone() {
    finish(SampleRuns.missing(demo, "a", NOON));
    stored.clear();

    restart(Duration.ZERO);

    assertThat(state().lastRun()).isNull();
  }

  @Test
  void areNotSavedBeforeTheFirstRun() {
    assertThat(board.saved(demo.id())).isEmpty();
  }

  @Test
  void areKeptForAProbeThatIsRemovedAndComesBack() {
    Run good = SampleRuns.passed(demo, "a", NOON);
    finish(good);
    finish(SampleRuns.missing(demo, "b", NOON.plusSeconds(60)));
    finish(SampleRuns.missing(demo, "c", NOON.plusSeconds(120)));
    ProbeState before = state();
    told.clear();

    board.watching(List.of());
    now = NOON.plusSeconds(600);
    board.watching(List.of(demo));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().since()).isEqualTo(before.since());
    assertThat(state().streak()).isEqualTo(new RunStreak(2, good.endedAt()));
    assertThat(Objects.requireNonNull(state().lastRun()).id()).isEqualTo("c");
    assertThat(told).containsExactly("restored as down");
  }

  @Test
  void areThoseOfTheLastRemovalAndNotOfTheStart() {
    finish(SampleRuns.passed(demo, "a", NOON));
    restart(Duration.ZERO);
    finish(SampleRuns.missing(demo, "b", now));
    finish(SampleRuns.missing(demo, "c", now.plusSeconds(60)));

    board.watching(List.of());
    board.watching(List.of(demo));
    board.watching(List.of());
    board.watching(List.of(demo));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
  }

  @Test
  void areDownForNoOtherCauseWhereALoginFailsForWantOfTheOldToken() {
    for (int i = 0; i < 2; i++) {
      Run refused = SampleRuns.refused(demo, "a" + i, NOON.plusSeconds(60L * i));
      finish(ReusedLogins.of(refused, Duration.ofMinutes(1)));
    }
    restart(Duration.ofSeconds(30));

    finish(
        Run.of(
            SampleRuns.runInfo(demo, "b", now),
            Duration.ofSeconds(1),
            List.of(SampleLogins.refusal(1)),
            List.of()));
    assertThat(told).containsExactly("restored as down");

    finish(SampleRuns.missing(demo, "c", now.plusSeconds(60)));
    assertThat(told).containsExactly("restored as down", "another cause");
  }

  private void restart(Duration after) {
    String saved = board.saved(demo.id()).orElseThrow();
    now =
        stored.values().stream().map(Run::endedAt).max(Instant::compareTo).orElse(now).plus(after);
    told.clear();
    VerdictBoard next = new VerdictBoard(() -> now, List.of(this));
    next.restore(Map.of(demo.id(), saved), id -> Optional.ofNullable(stored.get(id)));
    next.watching(List.of(demo));
    board = next;
  }

  private VerdictBoard started() {
    VerdictBoard first = new VerdictBoard(() -> now, List.of(this));
    first.watching(List.of(demo));
    return first;
  }

  private void finish(Run run) {
    stored.put(run.id(), run);
    board.finished(run);
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }
}

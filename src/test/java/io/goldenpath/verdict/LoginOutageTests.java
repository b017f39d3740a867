package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleLogins.anew;
import static io.goldenpath.model.run.SampleLogins.refusal;
import static io.goldenpath.model.run.SampleLogins.refused;
import static io.goldenpath.model.run.SampleLogins.reused;
import static io.goldenpath.model.run.SampleLogins.unprepared;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleLogins;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A login that fails holds the verdict until a new login of the same user succeeds. */
class LoginOutageTests {

  private final Probe path = SampleRuns.probe("shop", new JourneySpec.GoldenPath(), 3);
  private final Probe crowd =
      SampleRuns.probe("shop", new JourneySpec.Isolation(3, 100, 0, false), 3);
  private final Probe lenient =
      SampleRuns.probe("shop", new JourneySpec.Isolation(3, 60, 0, false), 3);
  private final Probe cut = withThreeUsers(SampleRuns.recovery("shop"));
  private final VerdictBoard board = new VerdictBoard(() -> NOON, List.of());
  private int runs;

  @BeforeEach
  void watch() {
    board.watching(List.of(path, crowd, cut));
  }

  @Test
  void anotherUsersLoginEndsNothing() {
    finish(path, refused(NOON, 1), refusal(1));
    finish(path, anew(2));
    finish(path, reused(1));
    assertThat(verdict(path)).isEqualTo(Verdict.DOWN);
    assertThat(reason(path))
        .isEqualTo("login failing since 12:00 UTC for user 1: The login refused user 1");
    assertThat(state(path).causes()).containsExactly(CauseClass.LOGIN);

    finish(path, anew(1));

    assertThat(verdict(path)).isEqualTo(Verdict.UP);
    assertThat(reason(path)).isEqualTo("the last run passed");
  }

  @Test
  void countsEachRunOfAnOutageAsAFailure() {
    finish(path, refused(NOON, 1), refusal(1));
    finish(path, anew(2));
    assertThat(state(path).consecutiveFailures()).isEqualTo(2);
    finish(path, anew(1));

    assertThat(state(path).consecutiveFailures()).isZero();
  }

  @Test
  void endsWithTheLastOfSeveralUsers() {
    finish(path, refused(NOON, 1), refusal(1));
    finish(path, refused(NOON.plusSeconds(60), 3), refusal(3));
    assertThat(reason(path)).isEqualTo("The login refused user 3; login failing for users 1, 3");

    finish(path, anew(1));
    assertThat(reason(path))
        .isEqualTo("login failing since 12:01 UTC for user 3: The login refused user 3");
    finish(path, anew(3));

    assertThat(verdict(path)).isEqualTo(Verdict.UP);
  }

  @Test
  void namesNobodyWhereAllFail() {
    finish(crowd, refused(NOON, 1, 2, 3), refusal(1), refusal(2), refusal(3));
    assertThat(reason(crowd)).isEqualTo("The login refused user 1");
    finish(crowd, reused(1, 2, 3));
    assertThat(reason(crowd))
        .isEqualTo("login failing since 12:00 UTC for all users: The login refused user 1");

    finish(crowd, Stream.concat(anew(1, 2), reused(3)));
    assertThat(verdict(crowd)).isEqualTo(Verdict.DOWN);
    finish(crowd, anew(1, 2, 3));

    assertThat(verdict(crowd)).isEqualTo(Verdict.UP);
  }

  @Test
  void holdsAllJourneysOfTheTargetWhicheverLoggedIn() {
    finish(crowd, Stream.concat(refused(NOON, 1), anew(2, 3)), refusal(1));
    finish(path, reused(2));
    finish(cut, anew(2));
    assertThat(board.states()).extracting(ProbeState::verdict).containsOnly(Verdict.DOWN);

    finish(cut, anew(1));
    finish(path, reused(2));
    finish(crowd, reused(1, 2, 3));

    assertThat(board.states()).extracting(ProbeState::verdict).containsOnly(Verdict.UP);
  }

  @Test
  void leavesOtherTargetsAlone() {
    Probe other = SampleRuns.probe("other");
    board.watching(List.of(path, other));
    finish(path, refused(NOON, 1), refusal(1));

    finish(other, reused(1));

    assertThat(verdict(other)).isEqualTo(Verdict.UP);
  }

  @Test
  void degradesARunOfManyUsersWhoMayFail() {
    board.watching(List.of(lenient));
    Finding tolerated = refusal(1).withSeverity(Severity.WARNING);
    finish(lenient, Stream.concat(refused(NOON, 1), anew(2, 3)), tolerated);
    assertThat(verdict(lenient)).isEqualTo(Verdict.DEGRADED);
    finish(lenient, reused(1, 2, 3));
    assertThat(verdict(lenient)).isEqualTo(Verdict.DEGRADED);
    assertThat(reason(lenient)).startsWith("login failing since 12:00 UTC for user 1");

    finish(lenient, Stream.concat(refused(NOON, 1, 2), anew(3)), refusal(1), refusal(2));
    finish(lenient, reused(1, 2, 3));

    assertThat(verdict(lenient)).isEqualTo(Verdict.DOWN);
  }

  @Test
  void tellsTheRunsOwnFailureFirst() {
    finish(path, refused(NOON, 1), refusal(1));

    finish(path, reused(2), SampleFindings.missing());

    assertThat(reason(path))
        .isEqualTo(
            "agent_thinking never came; login failing since 12:00 UTC for user 1: The login refused"
                + " user 1");
    assertThat(state(path).causes()).containsExactlyInAnyOrder(CauseClass.LOGIN, CauseClass.EVENTS);
  }

  @Test
  void goesWithTheUserWhomAReloadRemoves() {
    finish(path, refused(NOON, 3), refusal(3));
    Probe fewer = SampleRuns.probe("shop", new JourneySpec.GoldenPath(), 2);

    board.watching(List.of(fewer));
    finish(fewer, reused(1));
    assertThat(verdict(fewer)).isEqualTo(Verdict.UP);
    board.watching(List.of(path));
    finish(path, reused(1));

    assertThat(verdict(path)).isEqualTo(Verdict.UP);
  }

  @Test
  void outlivesAReloadThatKeepsTheUser() {
    finish(path, refused(NOON, 1), refusal(1));

    board.watching(List.of(SampleRuns.probe("shop", new JourneySpec.GoldenPath(), 2)));
    finish(path, reused(2));

    assertThat(verdict(path)).isEqualTo(Verdict.DOWN);
  }

  @Test
  void aFailedCallAfterTheLoginIsNoOutage() {
    finish(path, unprepared(1), refusal(1));
    assertThat(verdict(path)).isEqualTo(Verdict.DOWN);

    finish(path, reused(1));

    assertThat(verdict(path)).isEqualTo(Verdict.UP);
  }

  @Test
  void anInvalidRunHasNoVote() {
    finish(path, anew(1), SampleFindings.monitorFault());
    finish(path, refused(NOON, 1), refusal(1));
    finish(path, anew(1), SampleFindings.monitorFault());
    finish(path, reused(1));

    assertThat(verdict(path)).isEqualTo(Verdict.DOWN);
  }

  private void finish(Probe probe, Stream<UserRun> users, Finding... findings) {
    board.finished(SampleLogins.run(probe, NOON.plusSeconds(60L * runs++), users, findings));
  }

  private ProbeState state(Probe probe) {
    return board.state(probe.id()).orElseThrow();
  }

  private Verdict verdict(Probe probe) {
    return state(probe).verdict();
  }

  private String reason(Probe probe) {
    return state(probe).reason();
  }

  private static Probe withThreeUsers(Probe probe) {
    return SampleRuns.probe(probe.target().name(), probe.script().spec(), 3);
  }
}

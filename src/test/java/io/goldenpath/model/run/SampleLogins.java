package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleRuns.millis;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of one user or several, told apart by how each logged in. */
public final class SampleLogins {

  private SampleLogins() {}

  /** Users who logged in anew, each with an answer. */
  public static Stream<UserRun> anew(int... slots) {
    return users(StepResult.State.PASSED, null, null, slots);
  }

  /** Users whose login failed, each with an answer all the same by an older token. */
  public static Stream<UserRun> refused(Instant failingSince, int... slots) {
    return users(StepResult.State.FAILED, null, failingSince, slots);
  }

  /** Users who reused a token. */
  public static Stream<UserRun> reused(int... slots) {
    return users(StepResult.State.REUSED, Duration.ofMinutes(3), null, slots);
  }

  /** Users whose login worked, and the calls after it did not. */
  public static Stream<UserRun> unprepared(int... slots) {
    return users(StepResult.State.FAILED, null, null, slots);
  }

  public static Finding refusal(int slot) {
    return Finding.of(
        FindingKind.LOGIN_REFUSED,
        Step.LOGIN,
        slot,
        "The login refused user " + slot,
        new Evidence("a token", "HTTP 401", millis(41), List.of()));
  }

  public static Run run(
      Probe probe, Instant startedAt, Stream<UserRun> users, Finding... findings) {
    return SampleRuns.withUsers(probe, "r" + startedAt, startedAt, users.toList(), findings);
  }

  private static Stream<UserRun> users(
      StepResult.State state, @Nullable Duration age, @Nullable Instant since, int... slots) {
    List<StepResult> steps =
        Stream.concat(
                Stream.of(new StepResult(Step.LOGIN, state, millis(0), millis(41), age, since)),
                SampleUsers.steps(1310).stream().skip(1))
            .toList();
    return IntStream.of(slots)
        .mapToObj(slot -> SampleUsers.user(slot, steps, SampleUsers.events(5), List.of()));
  }
}

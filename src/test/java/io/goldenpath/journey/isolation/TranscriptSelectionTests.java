package io.goldenpath.journey.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranscriptSelectionTests {

  @Test
  void keepsAllFramesOfAFewUsers() {
    List<UserRun> users = users(20);

    assertThat(TranscriptSelection.of(List.of(), users)).isEqualTo(users);
  }

  @Test
  void keepsOfManyUsersThoseWhomALeakConcernsAndTheSlowest() {
    List<UserRun> kept = TranscriptSelection.of(List.of(leak(700, 3)), users(1_000));

    assertThat(kept).hasSize(1_000);
    assertThat(kept.stream().filter(user -> !user.transcript().frames().isEmpty()))
        .hasSize(20)
        .extracting(UserRun::slot)
        .contains(3, 700, 1_000, 999, 983)
        .doesNotContain(982);
  }

  @Test
  void countsTheFramesThatItDoesNotKeep() {
    UserRun dropped = TranscriptSelection.of(List.of(), users(1_000)).getFirst();

    assertThat(dropped.transcript()).isEqualTo(new Transcript(List.of(), 3));
  }

  private static Finding leak(int slot, int other) {
    Evidence evidence =
        new Evidence("", "", Duration.ZERO, List.of(1), new Evidence.OtherUser(other, List.of(1)));
    return Finding.of(FindingKind.LEAK_CONTENT, Step.EVENTS, slot, "a leak", evidence);
  }

  /** Each slower than the one before. */
  private static List<UserRun> users(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(TranscriptSelectionTests::user).toList();
  }

  private static UserRun user(int slot) {
    Frame frame = new Frame(1, Frame.Direction.SENT, Duration.ZERO, 2, "{}");
    return new UserRun(
        slot,
        Stream.of(Step.SEND, Step.EVENTS, Step.ANSWER)
            .map(step ->
                new StepResult(
                    step,
                    StepResult.State.PASSED,
                    Duration.ZERO,
                    Duration.ofMillis(step == Step.EVENTS ? slot : 0)))
            .toList(),
        ConnectPhases.NONE,
        List.of(),
        new Transcript(List.of(frame), 2),
        Expiry.NONE);
  }
}

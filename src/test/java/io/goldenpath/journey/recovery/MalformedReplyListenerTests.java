package io.goldenpath.journey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimits;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Error frames that answer our own malformed messages, in time or later. */
class MalformedReplyListenerTests {

  private static final long MILLI = 1_000_000;

  private final UserJudgement judgement =
      new UserJudgement(
          new RunExpectations(
              Contract.DEFAULT,
              TimeLimits.DEFAULTS,
              UserScript.DEFAULTS,
              new Question("?", "ABCDEFGHIJ", 3),
              new RunExpectations.Identity(1, null, Set.of())),
          0);
  private final ExpectedErrors expectedErrors = new ExpectedErrors();

  @Test
  void theAnswerIsNoNewsAndEndsTheWait() {
    MalformedReplyListener malformedReplyListener = provoked();

    malformedReplyListener.frame(failure(FrameContent.ErrorCause.PLATFORM), 1, MILLI);

    assertThat(malformedReplyListener.over()).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void oneThatIsIgnoredIsWaitedForOnlyBriefly() {
    MalformedReplyListener malformedReplyListener = provoked();

    malformedReplyListener.elapsed(249 * MILLI);
    assertThat(malformedReplyListener.over()).isFalse();
    malformedReplyListener.elapsed(250 * MILLI);
    assertThat(malformedReplyListener.over()).isTrue();
  }

  @Test
  void whatIsNoAnswerIsJudged() {
    MalformedReplyListener malformedReplyListener = provoked();

    malformedReplyListener.frame(
        DecodedFrame.of(new FrameContent.Unreadable("it is not JSON")), 1, MILLI);

    assertThat(malformedReplyListener.over()).isFalse();
    assertThat(left()).containsExactly(FindingKind.MALFORMED_EVENT);
  }

  @Test
  void aLateAnswerIsForgivenOnce() {
    provoked();
    FrameListener lateErrorFilter = expectedErrors.filter(judgement);

    lateErrorFilter.frame(failure(FrameContent.ErrorCause.MESSAGE), 1, MILLI);
    lateErrorFilter.frame(failure(FrameContent.ErrorCause.MESSAGE), 2, 2 * MILLI);

    assertThat(left()).containsExactly(FindingKind.ERROR_EVENT);
  }

  @Test
  void anErrorOfAnotherKindIsNoLateAnswer() {
    provoked();

    expectedErrors.filter(judgement).frame(failure(FrameContent.ErrorCause.PLATFORM), 1, MILLI);

    assertThat(left()).containsExactly(FindingKind.ERROR_EVENT);
  }

  private MalformedReplyListener provoked() {
    judgement.connected(0);
    judgement.frame(DecodedFrame.of(new FrameContent.Ready(null, null, null)), 1, 0);
    return new MalformedReplyListener(judgement, expectedErrors, new Deadline(250 * MILLI), false);
  }

  private List<FindingKind> left() {
    judgement.userLeft(300 * MILLI);
    return judgement.findings().stream().map(Finding::kind).toList();
  }

  private static DecodedFrame failure(FrameContent.ErrorCause errorCause) {
    return DecodedFrame.of(
        new FrameContent.Failure(
            "FORMAT_ERROR",
            errorCause,
            FrameContent.ErrorSource.NOBODY,
            new AgentEvent.Ids(null, null)));
  }
}

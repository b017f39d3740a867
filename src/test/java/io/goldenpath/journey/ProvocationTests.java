package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Contract;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Error frames that answer our own malformed messages, in time or later. */
class ProvocationTests {

  private static final long MILLI = 1_000_000;

  private final Judgement judgement =
      new Judgement(
          new Promise(
              Contract.DEFAULT,
              Limits.DEFAULTS,
              Plan.DEFAULTS,
              new Question("?", "ABCDEFGHIJ", 3),
              new Promise.Identity(1, null, Set.of())),
          0);
  private final Pardons pardons = new Pardons();

  @Test
  void theAnswerIsNoNewsAndEndsTheWait() {
    Provocation provocation = provoked();

    provocation.frame(failure(Reading.Blame.PLATFORM), 1, MILLI);

    assertThat(provocation.over()).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void oneThatIsIgnoredIsWaitedForOnlyBriefly() {
    Provocation provocation = provoked();

    provocation.elapsed(249 * MILLI);
    assertThat(provocation.over()).isFalse();
    provocation.elapsed(250 * MILLI);
    assertThat(provocation.over()).isTrue();
  }

  @Test
  void whatIsNoAnswerIsJudged() {
    Provocation provocation = provoked();

    provocation.frame(Heard.of(new Reading.Unreadable("it is not JSON")), 1, MILLI);

    assertThat(provocation.over()).isFalse();
    assertThat(left()).containsExactly(FindingKind.MALFORMED_EVENT);
  }

  @Test
  void aLateAnswerIsForgivenOnce() {
    provoked();
    Lenient lenient = new Lenient(judgement, pardons);

    lenient.frame(failure(Reading.Blame.MESSAGE), 1, MILLI);
    lenient.frame(failure(Reading.Blame.MESSAGE), 2, 2 * MILLI);

    assertThat(left()).containsExactly(FindingKind.ERROR_EVENT);
  }

  @Test
  void anErrorOfAnotherKindIsNoLateAnswer() {
    provoked();

    new Lenient(judgement, pardons).frame(failure(Reading.Blame.PLATFORM), 1, MILLI);

    assertThat(left()).containsExactly(FindingKind.ERROR_EVENT);
  }

  private Provocation provoked() {
    judgement.connected(0);
    judgement.frame(Heard.of(new Reading.Ready(null, null)), 1, 0);
    return new Provocation(judgement, pardons, new Deadline(250 * MILLI));
  }

  private List<FindingKind> left() {
    judgement.left(300 * MILLI);
    return judgement.findings().stream().map(Finding::kind).toList();
  }

  private static Heard failure(Reading.Blame blame) {
    return Heard.of(
        new Reading.Failure(
            "FORMAT_ERROR", blame, Reading.Actor.NOBODY, new AgentEvent.Ids(null, null)));
  }
}

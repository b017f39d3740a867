package io.goldenpath.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a joint judgement costs, counted in letters read and places looked at. */
class JointCostTests {

  private static final String FRAME =
      "{\"type\":\"agent_thinking\",\"run_id\":\"run_%d\",\"user_id\":\"%s\",\"mail\":\"%s\","
          + "\"payload\":{\"reasoning\":\"thought %d of many, a text as long as they usually are\"}}";

  @Test
  void growsWithTheFramesAndNotWithTheirSquare() {
    long few = work(100);
    long many = work(800);

    assertThat(many).isBetween(6 * few, 10 * few);
  }

  @Test
  void readsEachLetterAFewTimes() {
    long letters =
        100 * 30 * (long) FRAME.formatted(1, Crowd.subject(1), Crowd.email(1), 1).length();

    assertThat(work(100)).isBetween(letters, 5 * letters);
  }

  private static long work(int users) {
    List<Testimony> all = new ArrayList<>();
    for (int slot = 1; slot <= users; slot++) {
      String nonce = "QW%04dZUIO".formatted(slot);
      Testimony testimony =
          new Testimony(
              new Participant(slot, slot, Crowd.subject(slot), Crowd.email(slot), nonce, false),
              users);
      testimony.sent(1, 1);
      for (int frame = 2; frame < 32; frame++) {
        String raw = FRAME.formatted(slot, Crowd.subject(slot), Crowd.email(slot), frame);
        testimony.heard(Heard.of(new Reading.Notice("broadcast")), raw, frame, frame);
      }
      all.add(testimony);
    }
    CompanyJudgement judgement = new CompanyJudgement(all, 0);
    assertThat(judgement.judge()).isEmpty();
    return judgement.work();
  }
}

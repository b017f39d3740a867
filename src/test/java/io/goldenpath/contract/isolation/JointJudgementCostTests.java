package io.goldenpath.contract.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a joint judgement costs, counted in letters read and places looked at. */
class JointJudgementCostTests {

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
        100
            * 30
            * (long)
                FRAME.formatted(1, ScriptedUsers.subject(1), ScriptedUsers.email(1), 1).length();

    assertThat(work(100)).isBetween(letters, 5 * letters);
  }

  private static long work(int users) {
    List<UserFrameLog> all = new ArrayList<>();
    for (int slot = 1; slot <= users; slot++) {
      String nonce = "QW%04dZUIO".formatted(slot);
      UserFrameLog log =
          new UserFrameLog(
              new Participant(
                  slot, slot, ScriptedUsers.subject(slot), ScriptedUsers.email(slot), nonce, false),
              users);
      log.questionSent(1, 1);
      for (int frame = 2; frame < 32; frame++) {
        String raw =
            FRAME.formatted(slot, ScriptedUsers.subject(slot), ScriptedUsers.email(slot), frame);
        log.received(DecodedFrame.of(new FrameContent.Notice("broadcast")), raw, frame, frame);
      }
      all.add(log);
    }
    JointJudgement judgement = new JointJudgement(all, 0);
    assertThat(judgement.judge()).isEmpty();
    return judgement.work();
  }
}

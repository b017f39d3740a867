package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a fresh connection brings of earlier sessions. */
class ResidueTests {

  private final ScriptedUsers users = ScriptedUsers.of(3);

  @Test
  void callsAnEventOfAnEarlierSessionResidue() {
    users.user(1).welcomed().receive(5, completed().run("old").text("done"), "").ask().goodRun();
    users.user(2).good();
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_residue/welcome 1");
    assertThat(users.only().message())
        .isEqualTo(
            "LEAK: 1 event of an earlier session came to user 1 before the question (agent_completed, frame 2)");
  }

  @Test
  void callsACodeOfAnEarlierSessionResidueBeforeTheQuestionAlone() {
    users
        .user(1)
        .earlierNonces(Set.of("OLDOLDCODE"))
        .welcomed()
        .notice(5, "{\"last\":\"oldoldcode\"}");
    users.user(1).ask().goodRun();
    users
        .user(2)
        .earlierNonces(Set.of("OLDOLDCODE"))
        .asked()
        .notice(5, "{\"last\":\"OLDOLDCODE\"}")
        .goodRun();
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_residue/welcome 1");
  }

  @Test
  void callsWhatIsACurrentUsersContentBeforeTheQuestionToo() {
    users.user(1).earlierNonces(Set.of(ScriptedUsers.nonce(2))).welcomed();
    users.user(1).notice(5, "{\"last\":\"%s\"}".formatted(ScriptedUsers.nonce(2))).ask().goodRun();
    users.user(2).good();
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_content/welcome 1<-2");
  }
}

package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Frames that reached another user, and what is said of them. */
class JointJudgementTests {

  /** So many that what goes to everybody is more than is told. */
  private static final int CROWD = 60;

  private static final int MORE_THAN_IS_KEPT = 70_000;

  private final ScriptedUsers users = ScriptedUsers.of(3);

  @Test
  void findsNothingBetweenUsersWhoHeardTheirOwnAlone() {
    users.join(4, "account-4", true).welcomed();

    assertThat(users.good().findings()).isEmpty();
  }

  @Test
  void passesOnWhatWasFoundAgainstOneUser() {
    users.user(1).good();
    users.user(2).asked().own(110, started()).own(140, thinking()).answer(100);
    users.user(3).asked();

    assertThat(users.found())
        .containsExactlyInAnyOrder(
            "missing_event/events 2", "missing_event/events 2", "silent/events 3");
  }

  @Test
  @Tag("mission-critical")
  void saysWhoseFrameItIsThatNamesAnotherAsItsOwner() {
    users.good().user(1).receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking().run("run_3"));

    Finding finding = users.only();

    assertThat(users.found()).containsExactly("leak_identity/events 1<-3");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.evidence().frames()).containsExactly(8);
    assertThat(finding.evidence().otherUser()).isEqualTo(new Evidence.OtherUser(3, List.of(1)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 1 frame that came to user 1 in step events names user 3 as the owner (agent_thinking, frame 8)");
  }

  @Test
  void keepsAFrameOfAnOwnerWhomNobodyKnows() {
    users.good();
    users
        .user(1)
        .receiveOwnedBy("stranger", 10, thinking())
        .receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking());

    assertThat(users.found())
        .containsExactlyInAnyOrder("leak_identity/events 1", "leak_identity/events 1<-3");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnothersRunRouting() {
    users
        .good()
        .user(2)
        .receive(10, thinking().run("run_1"), "")
        .receive(10, executing().run("run_1"), "");

    Finding finding = users.only();

    assertThat(users.found()).containsExactly("leak_routing/events 2<-1");
    assertThat(finding.evidence().frames()).containsExactly(8, 9);
    assertThat(finding.evidence().otherUser()).isEqualTo(new Evidence.OtherUser(1, List.of(2)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 2 events of user 1's run came to user 2 (agent_thinking, tool_executing, frames 8, 9)");
  }

  @Test
  void callsAnEventOfAnothersThreadRouting() {
    users.user(1).asked().own(110, started().thread("thread_1"));
    users.user(2).asked().own(110, started().thread("thread_2"));
    users.user(1).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    users.user(2).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    users.user(3).good().receive(10, thinking().run(null).thread("thread_2"), "");

    assertThat(users.found()).containsExactly("leak_routing/events 3<-2");
  }

  @Test
  void keepsWrongRunForARunThatIsNobodysHere() {
    users.good().user(2).receive(10, thinking().run("run_77"), "");

    assertThat(users.found()).containsExactly("wrong_run/events 2");
  }

  @Test
  void tellsOfAnyEventThatAListenerHears() {
    ScriptedUser listener = users.join(4, "account-4", true).welcomed();
    users.good();
    listener.receive(10, thinking().run("run_2"), "").receive(10, thinking().run("run_77"), "");

    assertThat(users.found())
        .containsExactlyInAnyOrder("leak_routing/events 4<-2", "leak_routing/events 4");
    assertThat(users.findings())
        .allSatisfy(leak -> assertThat(leak.message()).contains("sent no question"));
  }

  @Test
  void doesNotTakeTheOnlyRunThatAUserHearsForTheUsersOwn() {
    users.user(1).asked().receive(110, started().run("run_2"), "");
    users.user(2).good();
    users.user(3).good();

    assertThat(users.found())
        .containsExactlyInAnyOrder("leak_routing/events 1<-2", "stalled/events 1");
  }

  @Test
  void takesNoOffenceAtWhatSessionsOfOneAccountShare() {
    ScriptedUsers family = new ScriptedUsers();
    family.join(1, "same", false).good();
    family
        .join(2, "same", false)
        .good()
        .receive(10, thinking().run("run_1"), ScriptedUsers.nonce(1));
    family
        .join(3, "same", true)
        .welcomed()
        .receive(10, thinking().run("run_1"), ScriptedUsers.email(2));

    assertThat(family.findings()).isEmpty();
  }

  @Test
  void tellsOfOneCauseWhereAFrameHasSeveral() {
    users.good();
    String all =
        ScriptedUsers.nonce(3) + " " + ScriptedUsers.email(3) + " " + ScriptedUsers.subject(3);
    DecodedFrame decoded =
        new DecodedFrame(
            new FrameContent.Event(thinking().run("run_3").event()),
            Set.of(ScriptedUsers.subject(3)),
            null,
            FrameFields.NONE);
    users.user(1).receive(10, decoded, all);
    users.user(2).receive(10, thinking().run("run_3"), all);

    assertThat(users.found())
        .containsExactlyInAnyOrder("leak_identity/events 1<-3", "leak_routing/events 2<-3");
  }

  @Test
  void showsNoTextOfAnyUser() {
    users.good();
    users.user(1).receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking().run("run_3"));
    users.user(2).receive(10, thinking().run("run_3"), "");
    users.user(3).notice(10, ScriptedUsers.nonce(1) + " " + ScriptedUsers.email(2));

    assertThat(users.findings()).hasSize(4);
    assertThat(users.findings().toString())
        .doesNotContain(
            ScriptedUsers.nonce(1), ScriptedUsers.email(2), ScriptedUsers.subject(3), "run_3");
  }

  @Test
  void saysThatNotEverythingWasCompared() {
    users.good();
    for (int i = 0; i < 400; i++) {
      users.user(2).notice(0, "{}");
    }
    users.user(3).notice(1, "x".repeat(MORE_THAN_IS_KEPT));

    assertThat(users.found()).containsExactly("unexpected_event/events 2");
    assertThat(users.only().severity()).isEqualTo(Severity.INFO);
    assertThat(users.only().message())
        .startsWith("7 frames of 2 users were not compared")
        .endsWith("most of them, 6, came to user 2");
  }

  @Test
  void boundsWhatItTellsWhenEverythingGoesToEverybody() {
    ScriptedUsers many = ScriptedUsers.of(CROWD).good();
    for (int recipient = 1; recipient <= CROWD; recipient++) {
      for (int owner = 1; owner <= CROWD; owner++) {
        many.user(recipient).notice(1, ScriptedUsers.email(owner));
      }
    }

    assertThat(many.findings()).hasSize(JointFindings.BOUND);
    assertThat(many.findings())
        .extracting(Finding::message)
        .anySatisfy(text ->
            assertThat(text)
                .endsWith(
                    "(and %d more findings between users)"
                        .formatted(CROWD * (CROWD - 1) - JointFindings.BOUND)));
  }
}

package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JointJudgementTests {

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
    ScriptedUsers.ScriptedUser listener = users.join(4, "account-4", true).welcomed();
    users.good();
    listener.receive(10, thinking().run("run_2"), "").receive(10, thinking().run("run_77"), "");

    assertThat(users.found())
        .containsExactlyInAnyOrder("leak_routing/events 4<-2", "leak_routing/events 4");
    assertThat(users.findings())
        .allSatisfy(leak -> assertThat(leak.message()).contains("asked nothing"));
  }

  @Test
  void callsAnEventOfAnEarlierSessionResidue() {
    users.user(1).welcomed().receive(5, completed().run("old").text("done"), "").ask().goodRun();
    users.user(2).good();
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_residue/welcome 1");
    assertThat(users.only().message())
        .isEqualTo(
            "LEAK: 1 event of an earlier session came to user 1 before anything was asked (agent_completed, frame 2)");
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

  @Test
  void findsOneCollisionHoweverManyUsersHaveTheSameConnectionId() {
    users.user(1).welcomed("same").ask().goodRun();
    users.user(2).welcomed("same").ask().goodRun();
    users.user(3).welcomed("same").ask().goodRun();

    assertThat(users.found()).containsExactly("leak_id_collision/welcome 1<-2");
    assertThat(users.only().message())
        .isEqualTo("LEAK: 3 users were given the same connection id: users 1, 2, 3");
    assertThat(users.only().evidence().frames()).containsExactly(1);
  }

  @Test
  void callsARunIdThatTwoUsersHaveACollisionAndNotRouting() {
    for (int slot : new int[] {1, 2}) {
      users.user(slot).asked();
      for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
        users.user(slot).receive(100 + slot, event.run("same").thread("t"), "");
      }
      users
          .user(slot)
          .receive(
              90,
              completed()
                  .run("same")
                  .thread("t")
                  .text("It is " + ScriptedUsers.nonce(slot) + ", 579"),
              "");
    }
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_id_collision/events 1<-2");
    assertThat(users.only().message()).contains("run and thread id");
    assertThat(users.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(3)));
  }

  @Test
  void doesNotTakeWhatSharesARunIdForContentToo() {
    for (int slot : new int[] {1, 2}) {
      users.user(slot).asked();
      users.user(slot).receive(100 + slot, started().run("same"), ScriptedUsers.nonce(3 - slot));
      for (SampleEvent event : List.of(thinking(), executing(), executed())) {
        users.user(slot).receive(100 + slot, event.run("same"), "");
      }
      String answer = "It is " + ScriptedUsers.nonce(slot) + ", 579";
      users.user(slot).receive(90, completed().run("same").text(answer), "");
    }
    users.user(3).good();

    assertThat(users.found()).containsExactly("leak_id_collision/events 1<-2");
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
  @Tag("mission-critical")
  void callsAWholeRunThatWentToAnotherDiverted() {
    users.user(1).asked();
    users.user(2).good();
    users.user(3).good();
    for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
      users.user(2).receive(10, event.run("run_1"), "");
    }
    users.user(2).receive(10, completed().run("run_1").text(ScriptedUsers.nonce(1) + " 579"), "");

    assertThat(users.found()).containsExactly("diverted/events 1<-2");
    assertThat(users.only().evidence().frames()).containsExactly(2);
    assertThat(users.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(8, 9, 10, 11, 12)));
    assertThat(users.only().message())
        .startsWith("LEAK: 5 events of user 1's run went to user 2 instead (agent_started,");
  }

  @Test
  void callsOneEventThatWentToAnotherDiverted() {
    users.user(1).asked().own(110, started()).own(140, thinking()).own(60, executing()).answer(300);
    users.user(2).good().receiveOwnedBy(ScriptedUsers.subject(1), 10, executed().run("run_1"));
    users.user(3).good();

    assertThat(users.found()).containsExactly("diverted/events 1<-2");
  }

  @Test
  void callsAnswersThatWereSwappedDivertedBothWays() {
    for (int slot : new int[] {1, 2}) {
      users.user(slot).asked().own(110, started()).own(140, thinking()).own(60, executing());
      users.user(slot).own(230, executed());
    }
    users.user(1).receive(90, completed().run("run_2").text(ScriptedUsers.nonce(2) + " 579"), "");
    users.user(2).receive(90, completed().run("run_1").text(ScriptedUsers.nonce(1) + " 579"), "");
    users.user(3).good();

    assertThat(users.found())
        .containsExactlyInAnyOrder("diverted/events 1<-2", "diverted/events 2<-1");
  }

  @Test
  void callsAnswersWithoutIdsThatWereSwappedDivertedByTheirCodes() {
    for (int slot : new int[] {1, 2}) {
      users.user(slot).asked();
      for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
        users.user(slot).receive(100 + slot, event.run(null).saying("" + slot), "");
      }
      String code = ScriptedUsers.nonce(3 - slot);
      users.user(slot).receive(90, completed().run(null).text(code + " 579"), "");
    }
    users.user(3).good();

    assertThat(users.found())
        .containsExactlyInAnyOrder("diverted/answer 1<-2", "diverted/answer 2<-1");
  }

  @Test
  void callsACopyRoutingThoughItsOwnerLacksSomethingElse() {
    users.user(1).asked().own(110, started()).own(140, thinking()).answer(400);
    users.user(2).good().receive(10, thinking().run("run_1"), "");
    users.user(3).good();

    assertThat(users.found())
        .containsExactlyInAnyOrder(
            "missing_event/events 1", "missing_event/events 1", "leak_routing/events 2<-1");
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
    users.user(3).notice(1, "x".repeat(70_000));

    assertThat(users.found()).containsExactly("unexpected_event/events 2");
    assertThat(users.only().severity()).isEqualTo(Severity.INFO);
    assertThat(users.only().message())
        .startsWith("7 frames of 2 users were not compared")
        .endsWith("most of them, 6, came to user 2");
  }

  @Test
  void boundsWhatItTellsWhenEverythingGoesToEverybody() {
    ScriptedUsers many = ScriptedUsers.of(60).good();
    for (int recipient = 1; recipient <= 60; recipient++) {
      for (int owner = 1; owner <= 60; owner++) {
        many.user(recipient).notice(1, ScriptedUsers.email(owner));
      }
    }

    assertThat(many.findings()).hasSize(JointFindings.BOUND);
    assertThat(many.findings())
        .extracting(Finding::message)
        .anySatisfy(text -> assertThat(text).endsWith("(and 2540 more findings between users)"));
  }
}

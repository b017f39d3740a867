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

  private final ScriptedUsers scriptedUsers = ScriptedUsers.of(3);

  @Test
  void findsNothingBetweenUsersWhoHeardTheirOwnAlone() {
    scriptedUsers.join(4, "account-4", true).welcomed();

    assertThat(scriptedUsers.good().findings()).isEmpty();
  }

  @Test
  void passesOnWhatWasFoundAgainstOneUser() {
    scriptedUsers.user(1).good();
    scriptedUsers.user(2).asked().own(110, started()).own(140, thinking()).answer(100);
    scriptedUsers.user(3).asked();

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder(
            "missing_event/events 2", "missing_event/events 2", "silent/events 3");
  }

  @Test
  @Tag("mission-critical")
  void saysWhoseFrameItIsThatNamesAnotherAsItsOwner() {
    scriptedUsers
        .good()
        .user(1)
        .receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking().run("run_3"));

    Finding finding = scriptedUsers.only();

    assertThat(scriptedUsers.found()).containsExactly("leak_identity/events 1<-3");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.evidence().frames()).containsExactly(8);
    assertThat(finding.evidence().otherUser()).isEqualTo(new Evidence.OtherUser(3, List.of(1)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 1 frame that came to user 1 in step events names user 3 as the owner (agent_thinking, frame 8)");
  }

  @Test
  void keepsAFrameOfAnOwnerWhomNobodyKnows() {
    scriptedUsers.good();
    scriptedUsers
        .user(1)
        .receiveOwnedBy("stranger", 10, thinking())
        .receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking());

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("leak_identity/events 1", "leak_identity/events 1<-3");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnothersRunRouting() {
    scriptedUsers
        .good()
        .user(2)
        .receive(10, thinking().run("run_1"), "")
        .receive(10, executing().run("run_1"), "");

    Finding finding = scriptedUsers.only();

    assertThat(scriptedUsers.found()).containsExactly("leak_routing/events 2<-1");
    assertThat(finding.evidence().frames()).containsExactly(8, 9);
    assertThat(finding.evidence().otherUser()).isEqualTo(new Evidence.OtherUser(1, List.of(2)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 2 events of user 1's run came to user 2 (agent_thinking, tool_executing, frames 8, 9)");
  }

  @Test
  void callsAnEventOfAnothersThreadRouting() {
    scriptedUsers.user(1).asked().own(110, started().thread("thread_1"));
    scriptedUsers.user(2).asked().own(110, started().thread("thread_2"));
    scriptedUsers.user(1).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    scriptedUsers.user(2).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    scriptedUsers.user(3).good().receive(10, thinking().run(null).thread("thread_2"), "");

    assertThat(scriptedUsers.found()).containsExactly("leak_routing/events 3<-2");
  }

  @Test
  void keepsWrongRunForARunThatIsNobodysHere() {
    scriptedUsers.good().user(2).receive(10, thinking().run("run_77"), "");

    assertThat(scriptedUsers.found()).containsExactly("wrong_run/events 2");
  }

  @Test
  void tellsOfAnyEventThatAListenerHears() {
    ScriptedUsers.ScriptedUser listener = scriptedUsers.join(4, "account-4", true).welcomed();
    scriptedUsers.good();
    listener.receive(10, thinking().run("run_2"), "").receive(10, thinking().run("run_77"), "");

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("leak_routing/events 4<-2", "leak_routing/events 4");
    assertThat(scriptedUsers.findings())
        .allSatisfy(leak -> assertThat(leak.message()).contains("asked nothing"));
  }

  @Test
  void callsAnEventOfAnEarlierSessionResidue() {
    scriptedUsers
        .user(1)
        .welcomed()
        .receive(5, completed().run("old").text("done"), "")
        .ask()
        .goodRun();
    scriptedUsers.user(2).good();
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("leak_residue/welcome 1");
    assertThat(scriptedUsers.only().message())
        .isEqualTo(
            "LEAK: 1 event of an earlier session came to user 1 before anything was asked (agent_completed, frame 2)");
  }

  @Test
  void callsACodeOfAnEarlierSessionResidueBeforeTheQuestionAlone() {
    scriptedUsers
        .user(1)
        .earlierNonces(Set.of("OLDOLDCODE"))
        .welcomed()
        .notice(5, "{\"last\":\"oldoldcode\"}");
    scriptedUsers.user(1).ask().goodRun();
    scriptedUsers
        .user(2)
        .earlierNonces(Set.of("OLDOLDCODE"))
        .asked()
        .notice(5, "{\"last\":\"OLDOLDCODE\"}")
        .goodRun();
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("leak_residue/welcome 1");
  }

  @Test
  void callsWhatIsACurrentUsersContentBeforeTheQuestionToo() {
    scriptedUsers.user(1).earlierNonces(Set.of(ScriptedUsers.nonce(2))).welcomed();
    scriptedUsers
        .user(1)
        .notice(5, "{\"last\":\"%s\"}".formatted(ScriptedUsers.nonce(2)))
        .ask()
        .goodRun();
    scriptedUsers.user(2).good();
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("leak_content/welcome 1<-2");
  }

  @Test
  void findsOneCollisionHoweverManyUsersHaveTheSameConnectionId() {
    scriptedUsers.user(1).welcomed("same").ask().goodRun();
    scriptedUsers.user(2).welcomed("same").ask().goodRun();
    scriptedUsers.user(3).welcomed("same").ask().goodRun();

    assertThat(scriptedUsers.found()).containsExactly("leak_id_collision/welcome 1<-2");
    assertThat(scriptedUsers.only().message())
        .isEqualTo("LEAK: 3 users were given the same connection id: users 1, 2, 3");
    assertThat(scriptedUsers.only().evidence().frames()).containsExactly(1);
  }

  @Test
  void callsARunIdThatTwoUsersHaveACollisionAndNotRouting() {
    for (int slot : new int[] {1, 2}) {
      scriptedUsers.user(slot).asked();
      for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
        scriptedUsers.user(slot).receive(100 + slot, event.run("same").thread("t"), "");
      }
      scriptedUsers
          .user(slot)
          .receive(
              90,
              completed()
                  .run("same")
                  .thread("t")
                  .text("It is " + ScriptedUsers.nonce(slot) + ", 579"),
              "");
    }
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("leak_id_collision/events 1<-2");
    assertThat(scriptedUsers.only().message()).contains("run and thread id");
    assertThat(scriptedUsers.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(3)));
  }

  @Test
  void doesNotTakeWhatSharesARunIdForContentToo() {
    for (int slot : new int[] {1, 2}) {
      scriptedUsers.user(slot).asked();
      scriptedUsers
          .user(slot)
          .receive(100 + slot, started().run("same"), ScriptedUsers.nonce(3 - slot));
      for (SampleEvent event : List.of(thinking(), executing(), executed())) {
        scriptedUsers.user(slot).receive(100 + slot, event.run("same"), "");
      }
      String answer = "It is " + ScriptedUsers.nonce(slot) + ", 579";
      scriptedUsers.user(slot).receive(90, completed().run("same").text(answer), "");
    }
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("leak_id_collision/events 1<-2");
  }

  @Test
  void doesNotTakeTheOnlyRunThatAUserHearsForTheUsersOwn() {
    scriptedUsers.user(1).asked().receive(110, started().run("run_2"), "");
    scriptedUsers.user(2).good();
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("leak_routing/events 1<-2", "stalled/events 1");
  }

  @Test
  @Tag("mission-critical")
  void callsAWholeRunThatWentToAnotherDiverted() {
    scriptedUsers.user(1).asked();
    scriptedUsers.user(2).good();
    scriptedUsers.user(3).good();
    for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
      scriptedUsers.user(2).receive(10, event.run("run_1"), "");
    }
    scriptedUsers
        .user(2)
        .receive(10, completed().run("run_1").text(ScriptedUsers.nonce(1) + " 579"), "");

    assertThat(scriptedUsers.found()).containsExactly("diverted/events 1<-2");
    assertThat(scriptedUsers.only().evidence().frames()).containsExactly(2);
    assertThat(scriptedUsers.only().evidence().otherUser())
        .isEqualTo(new Evidence.OtherUser(2, List.of(8, 9, 10, 11, 12)));
    assertThat(scriptedUsers.only().message())
        .startsWith("LEAK: 5 events of user 1's run went to user 2 instead (agent_started,");
  }

  @Test
  void callsOneEventThatWentToAnotherDiverted() {
    scriptedUsers
        .user(1)
        .asked()
        .own(110, started())
        .own(140, thinking())
        .own(60, executing())
        .answer(300);
    scriptedUsers
        .user(2)
        .good()
        .receiveOwnedBy(ScriptedUsers.subject(1), 10, executed().run("run_1"));
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found()).containsExactly("diverted/events 1<-2");
  }

  @Test
  void callsAnswersThatWereSwappedDivertedBothWays() {
    for (int slot : new int[] {1, 2}) {
      scriptedUsers
          .user(slot)
          .asked()
          .own(110, started())
          .own(140, thinking())
          .own(60, executing());
      scriptedUsers.user(slot).own(230, executed());
    }
    scriptedUsers
        .user(1)
        .receive(90, completed().run("run_2").text(ScriptedUsers.nonce(2) + " 579"), "");
    scriptedUsers
        .user(2)
        .receive(90, completed().run("run_1").text(ScriptedUsers.nonce(1) + " 579"), "");
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("diverted/events 1<-2", "diverted/events 2<-1");
  }

  @Test
  void callsAnswersWithoutIdsThatWereSwappedDivertedByTheirCodes() {
    for (int slot : new int[] {1, 2}) {
      scriptedUsers.user(slot).asked();
      for (SampleEvent event : List.of(started(), thinking(), executing(), executed())) {
        scriptedUsers.user(slot).receive(100 + slot, event.run(null).saying("" + slot), "");
      }
      String code = ScriptedUsers.nonce(3 - slot);
      scriptedUsers.user(slot).receive(90, completed().run(null).text(code + " 579"), "");
    }
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("diverted/answer 1<-2", "diverted/answer 2<-1");
  }

  @Test
  void callsACopyRoutingThoughItsOwnerLacksSomethingElse() {
    scriptedUsers.user(1).asked().own(110, started()).own(140, thinking()).answer(400);
    scriptedUsers.user(2).good().receive(10, thinking().run("run_1"), "");
    scriptedUsers.user(3).good();

    assertThat(scriptedUsers.found())
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
    scriptedUsers.good();
    String all =
        ScriptedUsers.nonce(3) + " " + ScriptedUsers.email(3) + " " + ScriptedUsers.subject(3);
    DecodedFrame decoded =
        new DecodedFrame(
            new FrameContent.Event(thinking().run("run_3").event()),
            Set.of(ScriptedUsers.subject(3)),
            FrameFields.NONE);
    scriptedUsers.user(1).receive(10, decoded, all);
    scriptedUsers.user(2).receive(10, thinking().run("run_3"), all);

    assertThat(scriptedUsers.found())
        .containsExactlyInAnyOrder("leak_identity/events 1<-3", "leak_routing/events 2<-3");
  }

  @Test
  void showsNoTextOfAnyUser() {
    scriptedUsers.good();
    scriptedUsers.user(1).receiveOwnedBy(ScriptedUsers.subject(3), 10, thinking().run("run_3"));
    scriptedUsers.user(2).receive(10, thinking().run("run_3"), "");
    scriptedUsers.user(3).notice(10, ScriptedUsers.nonce(1) + " " + ScriptedUsers.email(2));

    assertThat(scriptedUsers.findings()).hasSize(4);
    assertThat(scriptedUsers.findings().toString())
        .doesNotContain(
            ScriptedUsers.nonce(1), ScriptedUsers.email(2), ScriptedUsers.subject(3), "run_3");
  }

  @Test
  void saysThatNotEverythingWasCompared() {
    scriptedUsers.good();
    for (int i = 0; i < 400; i++) {
      scriptedUsers.user(2).notice(0, "{}");
    }
    scriptedUsers.user(3).notice(1, "x".repeat(70_000));

    assertThat(scriptedUsers.found()).containsExactly("unexpected_event/events 2");
    assertThat(scriptedUsers.only().severity()).isEqualTo(Severity.INFO);
    assertThat(scriptedUsers.only().message())
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

package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompanyJudgementTests {

  private final Crowd crowd = Crowd.of(3);

  @Test
  void findsNothingBetweenUsersWhoHeardTheirOwnAlone() {
    crowd.join(4, "account-4", true).welcomed();

    assertThat(crowd.good().findings()).isEmpty();
  }

  @Test
  void passesOnWhatWasFoundAgainstOneUser() {
    crowd.user(1).good();
    crowd.user(2).asked().own(110, started()).own(140, thinking()).answer(100);
    crowd.user(3).asked();

    assertThat(crowd.found())
        .containsExactlyInAnyOrder(
            "missing_event/events 2", "missing_event/events 2", "silent/events 3");
  }

  @Test
  @Tag("mission-critical")
  void saysWhoseFrameItIsThatNamesAnotherAsItsOwner() {
    crowd.good().user(1).owned(Crowd.subject(3), 10, thinking().run("run_3"));

    Finding finding = crowd.only();

    assertThat(crowd.found()).containsExactly("leak_identity/events 1<-3");
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.evidence().frames()).containsExactly(8);
    assertThat(finding.evidence().other()).isEqualTo(new Evidence.Other(3, List.of(1)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 1 frame that came to user 1 in step events names user 3 as the owner (agent_thinking, frame 8)");
  }

  @Test
  void keepsAFrameOfAnOwnerWhomNobodyKnows() {
    crowd.good();
    crowd.user(1).owned("stranger", 10, thinking()).owned(Crowd.subject(3), 10, thinking());

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("leak_identity/events 1", "leak_identity/events 1<-3");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnothersRunRouting() {
    crowd
        .good()
        .user(2)
        .hear(10, thinking().run("run_1"), "")
        .hear(10, executing().run("run_1"), "");

    Finding finding = crowd.only();

    assertThat(crowd.found()).containsExactly("leak_routing/events 2<-1");
    assertThat(finding.evidence().frames()).containsExactly(8, 9);
    assertThat(finding.evidence().other()).isEqualTo(new Evidence.Other(1, List.of(2)));
    assertThat(finding.message())
        .isEqualTo(
            "LEAK: 2 events of user 1's run came to user 2 (agent_thinking, tool_executing, frames 8, 9)");
  }

  @Test
  void callsAnEventOfAnothersThreadRouting() {
    crowd.user(1).asked().own(110, started().thread("thread_1"));
    crowd.user(2).asked().own(110, started().thread("thread_2"));
    crowd.user(1).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    crowd.user(2).own(140, thinking()).own(60, executing()).own(230, executed()).answer(90);
    crowd.user(3).good().hear(10, thinking().run(null).thread("thread_2"), "");

    assertThat(crowd.found()).containsExactly("leak_routing/events 3<-2");
  }

  @Test
  void keepsWrongRunForARunThatIsNobodysHere() {
    crowd.good().user(2).hear(10, thinking().run("run_77"), "");

    assertThat(crowd.found()).containsExactly("wrong_run/events 2");
  }

  @Test
  void tellsOfAnyEventThatAListenerHears() {
    Crowd.Voice listener = crowd.join(4, "account-4", true).welcomed();
    crowd.good();
    listener.hear(10, thinking().run("run_2"), "").hear(10, thinking().run("run_77"), "");

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("leak_routing/events 4<-2", "leak_routing/events 4");
    assertThat(crowd.findings())
        .allSatisfy(leak -> assertThat(leak.message()).contains("asked nothing"));
  }

  @Test
  void callsAnEventOfAnEarlierSessionResidue() {
    crowd.user(1).welcomed().hear(5, completed().run("old").text("done"), "").ask().goodRun();
    crowd.user(2).good();
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("leak_residue/welcome 1");
    assertThat(crowd.only().message())
        .isEqualTo(
            "LEAK: 1 event of an earlier session came to user 1 before anything was asked (agent_completed, frame 2)");
  }

  @Test
  void callsACodeOfAnEarlierSessionResidueBeforeTheQuestionAlone() {
    crowd.user(1).earlier(Set.of("OLDOLDCODE")).welcomed().notice(5, "{\"last\":\"oldoldcode\"}");
    crowd.user(1).ask().goodRun();
    crowd
        .user(2)
        .earlier(Set.of("OLDOLDCODE"))
        .asked()
        .notice(5, "{\"last\":\"OLDOLDCODE\"}")
        .goodRun();
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("leak_residue/welcome 1");
  }

  @Test
  void callsWhatIsACurrentUsersContentBeforeTheQuestionToo() {
    crowd.user(1).earlier(Set.of(Crowd.nonce(2))).welcomed();
    crowd.user(1).notice(5, "{\"last\":\"%s\"}".formatted(Crowd.nonce(2))).ask().goodRun();
    crowd.user(2).good();
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("leak_content/welcome 1<-2");
  }

  @Test
  void findsOneCollisionHoweverManyUsersHaveTheSameConnectionId() {
    crowd.user(1).welcomed("same").ask().goodRun();
    crowd.user(2).welcomed("same").ask().goodRun();
    crowd.user(3).welcomed("same").ask().goodRun();

    assertThat(crowd.found()).containsExactly("leak_id_collision/welcome 1<-2");
    assertThat(crowd.only().message())
        .isEqualTo("LEAK: 3 users were given the same connection id: users 1, 2, 3");
    assertThat(crowd.only().evidence().frames()).containsExactly(1);
  }

  @Test
  void callsARunIdThatTwoUsersHaveACollisionAndNotRouting() {
    for (int slot : new int[] {1, 2}) {
      crowd.user(slot).asked();
      for (Told told : List.of(started(), thinking(), executing(), executed())) {
        crowd.user(slot).hear(100 + slot, told.run("same").thread("t"), "");
      }
      crowd
          .user(slot)
          .hear(
              90,
              completed().run("same").thread("t").text("It is " + Crowd.nonce(slot) + ", 579"),
              "");
    }
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("leak_id_collision/events 1<-2");
    assertThat(crowd.only().message()).contains("run and thread id");
    assertThat(crowd.only().evidence().other()).isEqualTo(new Evidence.Other(2, List.of(3)));
  }

  @Test
  void doesNotTakeWhatSharesARunIdForContentToo() {
    for (int slot : new int[] {1, 2}) {
      crowd.user(slot).asked();
      crowd.user(slot).hear(100 + slot, started().run("same"), Crowd.nonce(3 - slot));
      for (Told told : List.of(thinking(), executing(), executed())) {
        crowd.user(slot).hear(100 + slot, told.run("same"), "");
      }
      String answer = "It is " + Crowd.nonce(slot) + ", 579";
      crowd.user(slot).hear(90, completed().run("same").text(answer), "");
    }
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("leak_id_collision/events 1<-2");
  }

  @Test
  void doesNotTakeTheOnlyRunThatAUserHearsForTheUsersOwn() {
    crowd.user(1).asked().hear(110, started().run("run_2"), "");
    crowd.user(2).good();
    crowd.user(3).good();

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("leak_routing/events 1<-2", "stalled/events 1");
  }

  @Test
  @Tag("mission-critical")
  void callsAWholeRunThatWentToAnotherDiverted() {
    crowd.user(1).asked();
    crowd.user(2).good();
    crowd.user(3).good();
    for (Told told : List.of(started(), thinking(), executing(), executed())) {
      crowd.user(2).hear(10, told.run("run_1"), "");
    }
    crowd.user(2).hear(10, completed().run("run_1").text(Crowd.nonce(1) + " 579"), "");

    assertThat(crowd.found()).containsExactly("diverted/events 1<-2");
    assertThat(crowd.only().evidence().frames()).containsExactly(2);
    assertThat(crowd.only().evidence().other())
        .isEqualTo(new Evidence.Other(2, List.of(8, 9, 10, 11, 12)));
    assertThat(crowd.only().message())
        .startsWith("LEAK: 5 events of user 1's run went to user 2 instead (agent_started,");
  }

  @Test
  void callsOneEventThatWentToAnotherDiverted() {
    crowd.user(1).asked().own(110, started()).own(140, thinking()).own(60, executing()).answer(300);
    crowd.user(2).good().owned(Crowd.subject(1), 10, executed().run("run_1"));
    crowd.user(3).good();

    assertThat(crowd.found()).containsExactly("diverted/events 1<-2");
  }

  @Test
  void callsAnswersThatWereSwappedDivertedBothWays() {
    for (int slot : new int[] {1, 2}) {
      crowd.user(slot).asked().own(110, started()).own(140, thinking()).own(60, executing());
      crowd.user(slot).own(230, executed());
    }
    crowd.user(1).hear(90, completed().run("run_2").text(Crowd.nonce(2) + " 579"), "");
    crowd.user(2).hear(90, completed().run("run_1").text(Crowd.nonce(1) + " 579"), "");
    crowd.user(3).good();

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("diverted/events 1<-2", "diverted/events 2<-1");
  }

  @Test
  void callsAnswersWithoutIdsThatWereSwappedDivertedByTheirCodes() {
    for (int slot : new int[] {1, 2}) {
      crowd.user(slot).asked();
      for (Told told : List.of(started(), thinking(), executing(), executed())) {
        crowd.user(slot).hear(100 + slot, told.run(null).saying("" + slot), "");
      }
      String code = Crowd.nonce(3 - slot);
      crowd.user(slot).hear(90, completed().run(null).text(code + " 579"), "");
    }
    crowd.user(3).good();

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("diverted/answer 1<-2", "diverted/answer 2<-1");
  }

  @Test
  void callsACopyRoutingThoughItsOwnerLacksSomethingElse() {
    crowd.user(1).asked().own(110, started()).own(140, thinking()).answer(400);
    crowd.user(2).good().hear(10, thinking().run("run_1"), "");
    crowd.user(3).good();

    assertThat(crowd.found())
        .containsExactlyInAnyOrder(
            "missing_event/events 1", "missing_event/events 1", "leak_routing/events 2<-1");
  }

  @Test
  void takesNoOffenceAtWhatSessionsOfOneAccountShare() {
    Crowd family = new Crowd();
    family.join(1, "same", false).good();
    family.join(2, "same", false).good().hear(10, thinking().run("run_1"), Crowd.nonce(1));
    family.join(3, "same", true).welcomed().hear(10, thinking().run("run_1"), Crowd.email(2));

    assertThat(family.findings()).isEmpty();
  }

  @Test
  void tellsOfOneCauseWhereAFrameHasSeveral() {
    crowd.good();
    String all = Crowd.nonce(3) + " " + Crowd.email(3) + " " + Crowd.subject(3);
    Heard heard =
        new Heard(
            new Reading.Event(thinking().run("run_3").event()),
            Set.of(Crowd.subject(3)),
            Fields.NONE);
    crowd.user(1).hear(10, heard, all);
    crowd.user(2).hear(10, thinking().run("run_3"), all);

    assertThat(crowd.found())
        .containsExactlyInAnyOrder("leak_identity/events 1<-3", "leak_routing/events 2<-3");
  }

  @Test
  void showsNoTextOfAnyUser() {
    crowd.good();
    crowd.user(1).owned(Crowd.subject(3), 10, thinking().run("run_3"));
    crowd.user(2).hear(10, thinking().run("run_3"), "");
    crowd.user(3).notice(10, Crowd.nonce(1) + " " + Crowd.email(2));

    assertThat(crowd.findings()).hasSize(4);
    assertThat(crowd.findings().toString())
        .doesNotContain(Crowd.nonce(1), Crowd.email(2), Crowd.subject(3), "run_3");
  }

  @Test
  void saysThatNotEverythingWasCompared() {
    crowd.good();
    for (int i = 0; i < 400; i++) {
      crowd.user(2).notice(0, "{}");
    }
    crowd.user(3).notice(1, "x".repeat(70_000));

    assertThat(crowd.found()).containsExactly("unexpected_event/events 2");
    assertThat(crowd.only().severity()).isEqualTo(Severity.INFO);
    assertThat(crowd.only().message())
        .startsWith("7 frames of 2 users were not compared")
        .endsWith("most of them, 6, came to user 2");
  }

  @Test
  void boundsWhatItTellsWhenEverythingGoesToEverybody() {
    Crowd many = Crowd.of(60).good();
    for (int hearer = 1; hearer <= 60; hearer++) {
      for (int owner = 1; owner <= 60; owner++) {
        many.user(hearer).notice(1, Crowd.email(owner));
      }
    }

    assertThat(many.findings()).hasSize(JointDocket.BOUND);
    assertThat(many.findings())
        .extracting(Finding::message)
        .anySatisfy(said -> assertThat(said).endsWith("(and 2540 more findings between users)"));
  }
}

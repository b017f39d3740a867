package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Evidence;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events that one user lacks and another got. */
class DiversionTests {

  private final ScriptedUsers users = ScriptedUsers.of(3);

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
}

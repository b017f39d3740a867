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
import org.junit.jupiter.api.Test;

/** Ids that several users were given. */
class IdCollisionsTests {

  private final ScriptedUsers users = ScriptedUsers.of(3);

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
}

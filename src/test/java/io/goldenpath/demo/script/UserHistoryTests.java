package io.goldenpath.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of users who have been here. */
class UserHistoryTests {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final UserHistory past = new UserHistory(2);

  @Test
  void remembersTheLastQuestionOfAsManyUsersAsThereAre() {
    ask("ada", "one");
    ask("ada", "two");
    ask("ben", "three");
    assertThat(past.of("ada")).map(AskedQuestion::text).contains("two");

    ask("eve", "four");
    assertThat(past.of("ada")).isEmpty();
    assertThat(past.of("ben")).map(AskedQuestion::text).contains("three");
  }

  @Test
  void leavesAConversationToWhoeverBeganIt() {
    AskedQuestion adas = ask("ada", "one");
    past.remember(
        new AskedQuestion(DemoRunIds.fresh("ben").withThread(adas.ids().thread()), "two"));
    assertThat(past.in(adas.ids().thread())).contains(adas);

    AskedQuestion more =
        new AskedQuestion(DemoRunIds.fresh("ada").withThread(adas.ids().thread()), "three");
    past.remember(more);
    assertThat(past.in(adas.ids().thread())).contains(more);
  }

  @Test
  void knowsForTenSecondsWhoHasLeft() {
    past.left("ada", NOW);

    assertThat(past.leftLately("ada", NOW.plusSeconds(9))).isTrue();
    assertThat(past.leftLately("ada", NOW.plusSeconds(10))).isFalse();
    assertThat(past.leftLately("ben", NOW)).isFalse();
  }

  private AskedQuestion ask(String user, String text) {
    AskedQuestion asked = new AskedQuestion(DemoRunIds.fresh(user), text);
    past.remember(asked);
    return asked;
  }
}

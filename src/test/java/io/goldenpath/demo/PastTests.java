package io.goldenpath.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of users who have been here. */
class PastTests {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Past past = new Past(2);

  @Test
  void remembersTheLastQuestionOfAsManyUsersAsThereAre() {
    ask("ada", "one");
    ask("ada", "two");
    ask("ben", "three");
    assertThat(past.of("ada")).map(Asked::text).contains("two");

    ask("eve", "four");
    assertThat(past.of("ada")).isEmpty();
    assertThat(past.of("ben")).map(Asked::text).contains("three");
  }

  @Test
  void leavesAConversationToWhoeverBeganIt() {
    Asked adas = ask("ada", "one");
    past.remember(new Asked(Ids.fresh("ben").withThread(adas.ids().thread()), "two"));
    assertThat(past.in(adas.ids().thread())).contains(adas);

    Asked more = new Asked(Ids.fresh("ada").withThread(adas.ids().thread()), "three");
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

  @Test
  void bringsWhatIsOverdueAtOnceAndTheRestInItsTime() {
    past.keep("ada", script(100, 200, 300), NOW);

    assertThat(past.take("ada", NOW.plusMillis(250)).cues())
        .extracting(cue -> cue.gap().toMillis())
        .containsExactly(0L, 50L, 300L);
    assertThat(past.take("ada", NOW).cues()).isEmpty();
  }

  @Test
  void keepsSeveralRunsOfAUserAndNotWithoutEnd() {
    past.keep("ada", script(100, 100), NOW);
    past.keep("ada", script(70), NOW.plusMillis(100));
    assertThat(past.take("ada", NOW.plusMillis(100)).cues())
        .extracting(Cue::gap)
        .containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(70));

    past.keep("ada", script(new long[500]), NOW);
    assertThat(past.take("ada", NOW).cues()).hasSize(200);
  }

  private Asked ask(String user, String text) {
    Asked asked = new Asked(Ids.fresh(user), text);
    past.remember(asked);
    return asked;
  }

  private static Script script(long... gaps) {
    Script script = Script.EMPTY;
    for (long gap : gaps) {
      script = script.then(Cue.cut(gap));
    }
    return script;
  }
}

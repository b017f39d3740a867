package io.goldenpath.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an agent tells that has much to do. */
class TaleTests {

  private final Script busy =
      Tale.busy(
          Understood.of("Repeat the code KWXQZ, and what is 17 + 25?"),
          Ids.fresh("ada"),
          new Pace(7));

  @Test
  void tellsThirtyEventsOfEightToolsInTheTimeOfFive() {
    assertThat(busy.cues()).hasSize(30);
    assertThat(tools(Event.EXECUTING)).hasSize(8).doesNotHaveDuplicates();
    assertThat(tools(Event.EXECUTED)).isEqualTo(tools(Event.EXECUTING));
    assertThat(busy.cues().stream().map(Cue::gap).reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofMillis(1400));
  }

  @Test
  void answersAsEver() {
    assertThat(busy.cues().getFirst().tells(Event.STARTED)).isTrue();
    assertThat(busy.cues().getLast().tells(Event.COMPLETED)).isTrue();
    assertThat(busy.event(Event.COMPLETED).body().path("result").stringValue())
        .contains("KWXQZ", "= 42.");
  }

  private List<String> tools(String type) {
    return busy.cues().stream()
        .filter(cue -> cue.tells(type))
        .map(cue -> ((Act.Tell) cue.act()).event().body().path("tool_name").stringValue())
        .toList();
  }
}

package io.goldenpath.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is kept of runs whose connection was lost. */
class LostRunsTests {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final LostRuns runs = new LostRuns();

  @Test
  void bringsWhatIsOverdueAtOnceAndTheRestInItsTime() {
    runs.keep("ada", script(100, 200, 300), NOW);

    assertThat(runs.take("ada", NOW.plusMillis(250)).steps())
        .extracting(cue -> cue.gap().toMillis())
        .containsExactly(0L, 50L, 300L);
    assertThat(runs.take("ada", NOW).steps()).isEmpty();
  }

  @Test
  void keepsSeveralRunsOfAUserAndNotWithoutEnd() {
    runs.keep("ada", script(100, 100), NOW);
    runs.keep("ada", script(70), NOW.plusMillis(100));
    assertThat(runs.take("ada", NOW.plusMillis(100)).steps())
        .extracting(ScriptStep::gap)
        .containsExactly(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(70));

    runs.keep("ada", script(new long[500]), NOW);
    assertThat(runs.take("ada", NOW).steps()).hasSize(200);
  }

  private static Script script(long... gaps) {
    Script script = Script.EMPTY;
    for (long gap : gaps) {
      script = script.then(ScriptStep.cut(gap));
    }
    return script;
  }
}

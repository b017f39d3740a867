package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveStepsTests {

  private final StringWriter text = new StringWriter();

  @Test
  void printsEachStepOnTheLineOfThoseBefore() {
    LiveSteps live = watch(true);

    live.ended(Step.LOGIN, Duration.ofMillis(91));
    live.ended(Step.CONNECT, Duration.ofMillis(1039));
    live.clear();

    assertThat(text.toString().split("\\r\\u001b\\[K", -1))
        .containsExactly(
            "",
            "good/golden-path",
            "good/golden-path  login 91 ms",
            "good/golden-path  login 91 ms  connect 1.04 s",
            "");
  }

  @Test
  void keepsToTheLineWhereManyUsersMakeManySteps() {
    LiveSteps live = watch(true);

    for (int user = 0; user < 1000; user++) {
      live.ended(Step.WELCOME, Duration.ofMillis(user));
    }

    assertThat(text.toString().split("\\r\\u001b\\[K"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
    assertThat(text.toString())
        .endsWith("\u001b[Kgood/golden-path  welcome 997 ms  welcome 998 ms  welcome 999 ms");
  }

  @Test
  void printsNothingToAFile() {
    LiveSteps live = watch(false);

    live.ended(Step.LOGIN, Duration.ofMillis(91));
    live.clear();

    assertThat(text.toString()).isEmpty();
  }

  private LiveSteps watch(boolean terminal) {
    LiveSteps live = new LiveSteps(new PrintWriter(text), terminal);
    live.begin(probe("good").id());
    return live;
  }
}

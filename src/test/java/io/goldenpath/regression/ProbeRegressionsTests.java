package io.goldenpath.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.regression.Regression;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeRegressionsTests {

  private final ProbeRegressions probe = new ProbeRegressions(RegressionPolicy.DEFAULT);
  private final SimulatedAgent agent = new SimulatedAgent(1, 0.2, Duration.ofMinutes(5));

  @Test
  void learnsFiftyRunsBeforeItHoldsAnythingAgainstThem() {
    runs(agent, 49);
    assertThat(probe.state().learning()).contains("learning 49/50");
    agent.events.remove("agent_thinking");

    runs(agent, 20);

    assertThat(probe.open()).isEmpty();
  }

  @Test
  void opensAtTheThirdRunInARowAndSaysSinceWhenAndWhatWasBefore() {
    runs(agent, 60);
    agent.events.remove("agent_thinking");

    runs(agent, 2);
    assertThat(probe.open()).isEmpty();
    runs(agent, 1);

    Regression open = only();
    assertThat(open.kind()).isEqualTo(RegressionKind.EVENT_VANISHED);
    assertThat(open.severity()).isEqualTo(Severity.WARNING);
    assertThat(open.first().run()).isEqualTo("run-61");
    assertThat(open.first().lastGood()).isEqualTo("run-60");
    assertThat(open.sentence())
        .isEqualTo("since 05:05 UTC: agent_thinking no longer comes (in 50 of 50 runs before)");
  }

  @Test
  void opensAtSixOfTenRuns() {
    runs(agent, 60);

    for (char shown : "xx-xx-x-".toCharArray()) {
      run(shown == 'x');
    }
    assertThat(probe.open()).isEmpty();
    run(true);

    assertThat(only().first().run()).isEqualTo("run-61");
  }

  @Test
  void closesAfterTenRunsWithoutAndLearnsNothingMeanwhile() {
    runs(agent, 60);
    agent.events.remove("agent_thinking");
    runs(agent, 300);
    agent.restore();

    runs(agent, 9);
    assertThat(probe.open()).hasSize(1);
    runs(agent, 1);

    assertThat(probe.open()).isEmpty();
    agent.events.remove("agent_thinking");
    runs(agent, 3);
    assertThat(only().change()).contains("agent_thinking no longer comes");
  }

  @Test
  void learnsAnewWhatWasAccepted() {
    runs(agent, 60);
    agent.events.remove("agent_thinking");
    runs(agent, 3);

    probe.accept();

    assertThat(probe.open()).isEmpty();
    assertThat(probe.state().learned()).isZero();
    runs(agent, 60);
    agent.restore();
    runs(agent, 3);
    assertThat(only().change()).isEqualTo("agent_thinking comes (in none of 50 runs before)");
  }

  @Test
  void countsHowOftenAnEventComes() {
    agent.events.add(4, "tool_executing");
    runs(agent, 60);
    agent.restore();

    runs(agent, 3);

    assertThat(only().change()).isEqualTo("tool_executing comes 1× (2× in 50 of 50 runs before)");
  }

  @Test
  void onlyTellsOfAPaceBeforeItKnowsADayOfIt() {
    runs(agent, 60);
    agent.factors.put("agent_started", 4.0);

    runs(agent, 20);

    Regression open = only();
    assertThat(open.kind()).isEqualTo(RegressionKind.LATENCY_SHIFTED);
    assertThat(open.severity()).isEqualTo(Severity.INFO);
    assertThat(open.change()).matches("first event agent_started \\d+ ms → 1\\.\\d\\d s");
  }

  @Test
  void warnsOfASlowEventAndMerelyTellsOfAFastOne() {
    runs(agent, 400);
    agent.factors.put("tool_completed", 1.5);
    agent.factors.put("tool_executing", 0.5);

    runs(agent, 20);

    assertThat(probe.open())
        .extracting(Regression::event, Regression::severity)
        .contains(
            tuple("tool_completed", Severity.WARNING), tuple("tool_executing", Severity.INFO));
  }

  @Test
  void takesTheSeverityOfTheSettings() {
    ProbeRegressions lenient =
        new ProbeRegressions(
            new RegressionPolicy(10, 50, Map.of(RegressionKind.EVENT_VANISHED, Severity.INFO)));
    for (int run = 0; run < 10; run++) {
      lenient.ran(agent.run(), true);
    }
    agent.events.remove("agent_thinking");
    for (int run = 0; run < 3; run++) {
      lenient.ran(agent.run(), true);
    }

    assertThat(lenient.open()).extracting(Regression::severity).containsExactly(Severity.INFO);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void opensNothingInADayWhosePaceDoublesTowardsNoonOnceADayIsLearned(long seed) {
    SimulatedAgent swinging = new SimulatedAgent(seed, 0.2, Duration.ofMinutes(1));
    Set<String> warned = new LinkedHashSet<>();

    for (int run = 0; run < 4 * 24 * 60; run++) {
      double hour = LocalTime.ofInstant(swinging.now(), ZoneOffset.UTC).toSecondOfDay() / 3600.0;
      swinging.pace = 1.5 - 0.5 * Math.cos(hour / 24 * 2 * Math.PI);
      probe.ran(swinging.run(), true);
      boolean firstDay = run < 24 * 60;
      probe.open().stream()
          .filter(open -> !firstDay || open.severity() != Severity.INFO)
          .forEach(open -> warned.add(open.sentence()));
    }

    assertThat(warned).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void opensNothingInFiveThousandGoodRuns(long seed) {
    SimulatedAgent steady = new SimulatedAgent(seed, 0.1, Duration.ofSeconds(5));
    Set<String> told = new LinkedHashSet<>();

    for (int run = 0; run < 5000; run++) {
      probe.ran(steady.run(), true);
      probe.open().forEach(open -> told.add(open.sentence()));
    }

    assertThat(told).isEmpty();
  }

  private Regression only() {
    assertThat(probe.open()).hasSize(1);
    return probe.open().getFirst();
  }

  private void run(boolean withoutThinking) {
    agent.restore();
    if (withoutThinking) {
      agent.events.remove("agent_thinking");
    }
    runs(agent, 1);
  }

  private void runs(SimulatedAgent from, int count) {
    for (int run = 0; run < count; run++) {
      probe.ran(from.run(), true);
    }
  }
}

package io.goldenpath.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.regression.Regression;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty releases in a row, of which twelve change one thing each, at 20 % noise. */
class ReleaseRegressionTests {

  private static final int NAMED_WITHIN = 12;

  private static final Map<String, Consumer<SimulatedAgent>> CHANGES = new LinkedHashMap<>();

  static {
    CHANGES.put("event_vanished agent_thinking", agent -> agent.events.remove("agent_thinking"));
    CHANGES.put("event_appeared other", agent -> agent.place("other", 2));
    CHANGES.put(
        "field_vanished agent_completed",
        agent -> agent.missingFields.add("agent_completed/payload/text"));
    CHANGES.put("order_changed tool_executing", agent -> agent.place("tool_executing", 1));
    CHANGES.put(
        "latency_shifted tool_completed", agent -> agent.factors.put("tool_completed", 1.4));
    CHANGES.put("answer_changed answer", agent -> agent.answerLength /= 2);
  }

  private final ProbeRegressions probe = new ProbeRegressions(RegressionPolicy.DEFAULT);
  private final Set<String> named = new LinkedHashSet<>();

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void namesEachChangeWithItsReleaseWithinTwelveRunsAndNothingElse(long seed) {
    SimulatedAgent agent = new SimulatedAgent(seed, 0.2, Duration.ofMinutes(1));
    probe.released("0");
    runs(agent, 250, "");
    List<Map.Entry<String, Consumer<SimulatedAgent>>> changes = List.copyOf(CHANGES.entrySet());
    Set<String> expected = new LinkedHashSet<>();

    for (int release = 1; release <= 30; release++) {
      agent.restore();
      if (release % 5 == 2 || release % 5 == 4) {
        Map.Entry<String, Consumer<SimulatedAgent>> change =
            changes.get(expected.size() % changes.size());
        change.getValue().accept(agent);
        expected.add(release + " " + change.getKey());
      }
      probe.released(String.valueOf(release));
      runs(agent, NAMED_WITHIN, "");
      runs(agent, 70, " late");
    }

    assertThat(named).containsExactlyElementsOf(expected);
  }

  private void runs(SimulatedAgent agent, int count, String remark) {
    for (int run = 0; run < count; run++) {
      probe.ran(agent.run(), true);
      for (Regression open : probe.open()) {
        String name = open.first().release() + " " + open.kind().label() + " " + open.event();
        if (!named.contains(name) && !named.contains(name + " late")) {
          named.add(name + remark);
        }
      }
    }
  }
}

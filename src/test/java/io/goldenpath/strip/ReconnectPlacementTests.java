package io.goldenpath.strip;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.strip.Station.State;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Where the reconnect stands among the events. */
class ReconnectPlacementTests {

  @Test
  void theReconnectStandsBetweenTheEventsThatItParted() {
    Probe recovery = SampleRuns.recovery("demo");
    List<String> path = List.of("agent_thinking", "reconnect", "tool_executing", "tool_completed");

    assertThat(PathStrip.waiting(recovery).stations())
        .extracting(Station::label)
        .containsSequence(path)
        .endsWith("answer", "close");
    assertThat(
            PathStrip.ofWorstUser(recovery, SampleRuns.recovered(recovery, "a", NOON)).stations())
        .extracting(Station::label, Station::timing)
        .containsSequence(
            Tuple.tuple("agent_thinking", "+443 ms"),
            Tuple.tuple("reconnect", "160 ms"),
            Tuple.tuple("tool_executing", "+612 ms"));
    assertThat(PathStrip.ofWorstUser(recovery, SampleRuns.refused(recovery, "a", NOON)).stations())
        .extracting(Station::label)
        .containsSequence(path);
  }

  @Test
  void aReconnectThatFailedIsTheBrokenStation() {
    Probe recovery = SampleRuns.recovery("demo");

    PathStrip strip = PathStrip.ofWorstUser(recovery, SampleRuns.unrecovered(recovery, "a", NOON));

    assertThat(strip.worstStation().orElseThrow().label()).isEqualTo("reconnect");
    assertThat(strip.stations())
        .extracting(Station::label, Station::state)
        .containsSequence(
            Tuple.tuple("agent_thinking", State.PASSED),
            Tuple.tuple("reconnect", State.FAILED),
            Tuple.tuple("tool_executing", State.SKIPPED));
    assertThat(strip.positions(0.02)).isSorted();
  }
}

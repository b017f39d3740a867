package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.OwnContracts.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedEvent.Count;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.SampleEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Gaps that are all equal, as a sign that no agent worked. */
class EqualGapsTests {

  private static final ExpectedEvent WORD =
      new ExpectedEvent("stream_chunk", new Count(0, 100), true, null, List.of());

  @Test
  void areASign() {
    assertThat(even(run(Contract.DEFAULT)).found()).containsExactly("fabricated/events");
  }

  @Test
  void areNoneWhereTheContractSaysSo() {
    Contract.FabricationSigns signs =
        new Contract.FabricationSigns(Set.of(), Set.of(), Duration.ZERO, Duration.ZERO, false);

    assertThat(even(run(OwnContracts.with(signs))).findings()).isEmpty();
  }

  @Test
  void areNoneBetweenThePartsOfAText() {
    ScriptedConnection connection = run(streaming()).after(70, started()).after(310, thinking());
    connection.after(100, executing()).after(220, executed());
    for (int i = 0; i < 8; i++) {
      connection.after(50, SampleEvent.of("stream_chunk"));
    }

    assertThat(connection.after(50, completed()).findings()).isEmpty();
  }

  @Test
  void areASignHoweverUnevenThePartsOfATextAre() {
    ScriptedConnection connection = run(streaming());
    for (SampleEvent event : List.of(started(), thinking(), executing(), executed(), completed())) {
      connection.after(37, SampleEvent.of("stream_chunk")).after(63, event);
    }

    assertThat(connection.found()).containsExactly("fabricated/events");
  }

  @Test
  void areNoneInWhatIsPlain() {
    ScriptedConnection connection = run(Contract.PLAIN);
    for (int i = 0; i < 9; i++) {
      connection.after(50, SampleEvent.of("token"));
    }
    FrameContent end =
        new FrameContent.End(SampleEvent.ANSWER, null, new AgentEvent.Ids("run_1", null));

    assertThat(connection.after(50, end).findings()).isEmpty();
  }

  private static ScriptedConnection even(ScriptedConnection connection) {
    return connection
        .after(100, started())
        .after(100, thinking())
        .after(100, executing())
        .after(100, executed())
        .after(100, completed());
  }

  private static Contract streaming() {
    Contract bundled = Contract.DEFAULT;
    return new Contract(
        "own",
        Stream.concat(bundled.events().stream(), Stream.of(WORD)).toList(),
        bundled.flow(),
        bundled.strictness(),
        bundled.fabricationSigns(),
        List.of());
  }
}

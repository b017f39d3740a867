package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.OwnContracts.heard;
import static io.goldenpath.contract.rules.OwnContracts.run;
import static io.goldenpath.contract.rules.OwnContracts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.contract.event.SampleEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceNumberRuleTests {

  @Test
  void followsTheNumbersOfFrames() {
    Contract contract =
        with(new Contract.Strictness(Set.of(), Contract.UnknownPolicy.IGNORE, SequenceNumbering.ofRun("/seq"), Map.of()));

    assertThat(numbered(contract, 1, 2, 3, 4, 5).findings()).isEmpty();
    assertThat(numbered(contract, 1, 2, 4, 5, 6).found()).containsExactly("missing_event/events");
    assertThat(numbered(contract, 1, 2, 2, 3, 4).found()).containsExactly("duplicate_event/events");
    assertThat(numbered(contract, 1, 3, 2, 4, 5).found()).containsExactly("out_of_order/events");
  }

  private static ScriptedConnection numbered(Contract contract, int... numbers) {
    SampleEvent[] sample = {started(), thinking(), executing(), executed(), completed()};
    ScriptedConnection connection = run(contract);
    for (int i = 0; i < sample.length; i++) {
      connection.after(50 + 31 * (i % 3), heard(sample[i], Map.of("/seq", (long) numbers[i])));
    }
    return connection;
  }
}

package io.goldenpath.contract.rules;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedEvent.Count;
import io.goldenpath.contract.definition.ExpectedEvent.EventDeadline;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.probe.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixture: contracts that differ from the bundled one, and runs that are held against them. */
final class OwnContracts {

  static final Contract.Strictness LENIENT = Contract.DEFAULT.strictness();

  private OwnContracts() {}

  static ScriptedConnection run(Contract contract) {
    return ScriptedConnection.asked(contract, ToolUse.REQUIRED);
  }

  static DecodedFrame heard(SampleEvent sample, Map<String, Object> fields) {
    return new DecodedFrame(new FrameContent.Event(sample.event()), Set.of(), null, fields::get);
  }

  static EventDeadline due(int millis, @Nullable String after) {
    return new EventDeadline(Duration.ofMillis(millis), after);
  }

  static ExpectedEvent event(
      String name, Count count, @Nullable EventDeadline eventDeadline, List<ExpectedField> fields) {
    return new ExpectedEvent(name, count, false, eventDeadline, fields);
  }

  static Contract with(ExpectedEvent changed) {
    List<ExpectedEvent> events =
        Contract.DEFAULT.events().stream()
            .map(event -> event.name().equals(changed.name()) ? changed : event)
            .toList();
    return new Contract(
        "own",
        events,
        Contract.DEFAULT.flow(),
        LENIENT,
        Contract.DEFAULT.fabricationSigns(),
        List.of());
  }

  static Contract with(Contract.Strictness strictness) {
    Contract bundled = Contract.DEFAULT;
    return new Contract(
        "own", bundled.events(), bundled.flow(), strictness, bundled.fabricationSigns(), List.of());
  }

  static Contract with(Contract.FabricationSigns fabricationSigns) {
    Contract bundled = Contract.DEFAULT;
    return new Contract(
        "own", bundled.events(), bundled.flow(), LENIENT, fabricationSigns, List.of());
  }

  static Contract strict(Contract.UnknownPolicy unknownPolicy) {
    return with(new Contract.Strictness(Set.of(), unknownPolicy, null, Map.of()));
  }
}

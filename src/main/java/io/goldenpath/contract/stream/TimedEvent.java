package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.ExpectedField;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.finding.Occurrence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Agent event, with its frame number and its arrival in monotonic nanoseconds.
 *
 * @param pairKeys What it opens or closes, by the pairs that it is of.
 * @param end Whether it is no event of its own, but what the dialect takes for the run's end.
 */
public record TimedEvent(
    AgentEvent event,
    int frame,
    long nanos,
    @Nullable String fieldProblem,
    Map<EventPair, List<PairKey>> pairKeys,
    boolean end)
    implements Occurrence {

  static TimedEvent of(
      Contract contract, AgentEvent event, FrameFields fields, int frame, long nanos) {
    List<EventPair> pairs = contract.flow().pairs(event.name());
    Map<EventPair, List<PairKey>> keys = pairs.isEmpty() ? Map.of() : new HashMap<>();
    for (EventPair pair : pairs) {
      keys.computeIfAbsent(pair, _ -> PairKey.all(pair, event, fields));
    }
    return new TimedEvent(event, frame, nanos, problem(contract, event, fields), keys, false);
  }

  /** The end that a dialect tells of; what it says of a failure stands in place of the answer. */
  static TimedEvent of(FrameContent.End end, int frame, long nanos) {
    String failure = end.failure();
    String text = failure == null ? end.answer() : failure;
    AgentEvent.Body body = new AgentEvent.Body(text, failure != null, false, false, null);
    AgentEvent event = new AgentEvent(Terminal.END_NAME, end.ids(), null, null, body, "");
    return new TimedEvent(event, frame, nanos, null, Map.of(), true);
  }

  @Override
  public String name() {
    return event.name();
  }

  List<PairKey> keysIn(EventPair pair) {
    return pairKeys.getOrDefault(pair, List.of());
  }

  private static @Nullable String problem(Contract contract, AgentEvent event, FrameFields fields) {
    List<ExpectedField> expected =
        contract.event(event.name()).map(ExpectedEvent::fields).orElse(List.of());
    if (expected.isEmpty()) {
      return event.body().fieldProblem();
    }
    String problems =
        Stream.concat(
                Stream.ofNullable(event.body().fieldProblem()),
                expected.stream().flatMap(field -> Stream.ofNullable(field.problem(fields))))
            .collect(Collectors.joining("; "));
    return problems.isEmpty() ? null : problems;
  }
}

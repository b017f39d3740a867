package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.model.finding.Occurrence;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Agent event, with its frame number and its arrival in monotonic nanoseconds. */
public record TimedEvent(
    AgentEvent event, int frame, long nanos, @Nullable String fieldProblem, PairKey pairKey)
    implements Occurrence {

  static TimedEvent of(
      Contract contract, AgentEvent event, FrameFields fields, int frame, long nanos) {
    PairKey key =
        contract
            .flow()
            .pair(event.name())
            .map(pair -> PairKey.of(pair, event, fields))
            .orElse(PairKey.NONE);
    return new TimedEvent(event, frame, nanos, problem(contract, event, fields), key);
  }

  @Override
  public String name() {
    return event.name();
  }

  private static @Nullable String problem(Contract contract, AgentEvent event, FrameFields fields) {
    Stream<String> promised =
        contract.event(event.name()).stream()
            .flatMap(expected -> expected.fields().stream())
            .flatMap(field -> Stream.ofNullable(field.problem(fields)));
    String problems =
        Stream.concat(Stream.ofNullable(event.body().fieldProblem()), promised)
            .collect(Collectors.joining("; "));
    return problems.isEmpty() ? null : problems;
  }
}

package io.goldenpath.contract;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event, where and when it came.
 *
 * @param event What it says.
 * @param frame Number of its frame.
 * @param nanos When it came.
 * @param problem What is wrong with its fields; null when nothing is.
 * @param key What it has in common with the event that it makes a pair with.
 */
record Seen(AgentEvent event, int frame, long nanos, @Nullable String problem, PairKey key) {

  static Seen of(Contract contract, AgentEvent event, Fields fields, int frame, long nanos) {
    PairKey key =
        contract
            .flow()
            .pair(event.name())
            .map(pair -> PairKey.of(pair, event, fields))
            .orElse(PairKey.NONE);
    return new Seen(event, frame, nanos, problem(contract, event, fields), key);
  }

  String name() {
    return event.name();
  }

  private static @Nullable String problem(Contract contract, AgentEvent event, Fields fields) {
    String broken = event.body().broken();
    if (contract.event(event.name()).filter(promise -> !promise.fields().isEmpty()).isEmpty()) {
      return broken;
    }
    Stream<String> promised =
        contract.event(event.name()).stream()
            .flatMap(promise -> promise.fields().stream())
            .flatMap(field -> Optional.ofNullable(field.problem(fields)).stream());
    String problems =
        Stream.concat(Stream.ofNullable(broken), promised).collect(Collectors.joining("; "));
    return problems.isEmpty() ? null : problems;
  }
}

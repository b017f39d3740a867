package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.settings.keys.ContractProperties.FlowProperties;
import io.goldenpath.settings.keys.ContractProperties.PairProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how a contract's events belong together. */
final class FlowReader {

  private static final Contract.Flow BUNDLED = Contract.DEFAULT.flow();

  private final String key;
  private final List<String> events;
  private final Mistakes mistakes;

  FlowReader(String key, List<ExpectedEvent> events, Mistakes mistakes) {
    this.key = key;
    this.events = events.stream().map(ExpectedEvent::name).toList();
    this.mistakes = mistakes;
  }

  /**
   * @param ownEvents whether the contract lists events of its own
   */
  Contract.Flow flow(@Nullable FlowProperties written, boolean ownEvents) {
    FlowProperties flow =
        written == null ? new FlowProperties(null, null, null, null, List.of()) : written;
    String first = Objects.requireNonNullElse(flow.first(), BUNDLED.first());
    String terminal = Objects.requireNonNullElse(flow.terminal(), BUNDLED.terminal());
    checkEvent(key + ".first", first);
    checkEvent(key + ".terminal", terminal);
    List<EventPair> pairs = new ArrayList<>();
    for (int i = 0; i < flow.pairs().size(); i++) {
      pairs.add(pair(key + ".pairs[" + i + "]", flow.pairs().get(i)));
    }
    EventPair tools = flow.tools() == null ? BUNDLED.tools() : pair(key + ".tools", flow.tools());
    return new Contract.Flow(first, terminal, order(flow.order(), ownEvents), tools, pairs);
  }

  private EventOrder order(@Nullable List<String> chains, boolean ownEvents) {
    if (chains == null) {
      return ownEvents ? EventOrder.chain(events) : BUNDLED.order();
    }
    List<List<String>> read = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      String at = key + ".order[" + i + "]";
      List<String> chain = Arrays.stream(chains.get(i).split("<", -1)).map(String::strip).toList();
      chain.forEach(event -> checkEvent(at, event));
      read.add(chain);
    }
    try {
      return EventOrder.of(read);
    } catch (IllegalArgumentException cycle) {
      mistakes.add(key + ".order", String.valueOf(cycle.getMessage()));
      return BUNDLED.order();
    }
  }

  private EventPair pair(String at, PairProperties pair) {
    if (pair.opens() == null || pair.closes() == null) {
      mistakes.add(at, "needs both opens and closes, each the name of an event");
      return BUNDLED.tools();
    }
    checkEvent(at + ".opens", pair.opens());
    checkEvent(at + ".closes", pair.closes());
    pair.keys().stream()
        .filter(name -> !name.equals("agent") && !name.equals("tool") && !name.startsWith("/"))
        .forEach(name ->
            mistakes.add(
                at + ".keys", "expected agent, tool or a JSON pointer, but found '" + name + "'"));
    return new EventPair(pair.opens(), pair.closes(), pair.keys());
  }

  private void checkEvent(String at, String event) {
    if (!events.contains(event)) {
      mistakes.add(
          at,
          "there is no event '%s' in this contract; known: %s"
              .formatted(event, String.join(", ", events)));
    }
  }
}

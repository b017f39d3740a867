package io.goldenpath.settings;

import io.goldenpath.contract.Contract;
import io.goldenpath.contract.EventPromise;
import io.goldenpath.contract.Order;
import io.goldenpath.contract.Pair;
import io.goldenpath.settings.ContractProperties.FlowProperties;
import io.goldenpath.settings.ContractProperties.PairProperties;
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

  FlowReader(String key, List<EventPromise> events, Mistakes mistakes) {
    this.key = key;
    this.events = events.stream().map(EventPromise::name).toList();
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
    known(key + ".first", first);
    known(key + ".terminal", terminal);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < flow.pairs().size(); i++) {
      pairs.add(pair(key + ".pairs[" + i + "]", flow.pairs().get(i)));
    }
    Pair tools = flow.tools() == null ? BUNDLED.tools() : pair(key + ".tools", flow.tools());
    return new Contract.Flow(first, terminal, order(flow.order(), ownEvents), tools, pairs);
  }

  private Order order(@Nullable List<String> chains, boolean ownEvents) {
    if (chains == null) {
      return ownEvents ? Order.chain(events) : BUNDLED.order();
    }
    List<List<String>> read = new ArrayList<>();
    for (int i = 0; i < chains.size(); i++) {
      String at = key + ".order[" + i + "]";
      List<String> chain = Arrays.stream(chains.get(i).split("<", -1)).map(String::strip).toList();
      chain.forEach(event -> known(at, event));
      read.add(chain);
    }
    try {
      return Order.of(read);
    } catch (IllegalArgumentException circle) {
      mistakes.add(key + ".order", String.valueOf(circle.getMessage()));
      return BUNDLED.order();
    }
  }

  private Pair pair(String at, PairProperties pair) {
    if (pair.opens() == null || pair.closes() == null) {
      mistakes.add(at, "needs both opens and closes, each the name of an event");
      return BUNDLED.tools();
    }
    known(at + ".opens", pair.opens());
    known(at + ".closes", pair.closes());
    pair.keys().stream()
        .filter(name -> !name.equals("agent") && !name.equals("tool") && !name.startsWith("/"))
        .forEach(name ->
            mistakes.add(
                at + ".keys", "expected agent, tool or a JSON pointer, but found '" + name + "'"));
    return new Pair(pair.opens(), pair.closes(), pair.keys());
  }

  private void known(String at, String event) {
    if (!events.contains(event)) {
      mistakes.add(
          at,
          "there is no event '%s' in this contract; known: %s"
              .formatted(event, String.join(", ", events)));
    }
  }
}

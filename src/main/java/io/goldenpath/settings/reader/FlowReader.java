package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.definition.EventOrder.Precedence;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.settings.keys.ContractProperties.FlowProperties;
import io.goldenpath.settings.keys.ContractProperties.PairProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a contract's flow: first and terminal event, order and pairs. */
record FlowReader(SettingKey at, List<String> events) {

  private static final Contract.Flow BUNDLED = Contract.DEFAULT.flow();

  Contract.Flow flow(FlowProperties written, boolean ownEvents) {
    return new Contract.Flow(
        event(at.child("first"), requireNonNullElse(written.first(), BUNDLED.first())),
        event(at.child("terminal"), requireNonNullElse(written.terminal(), BUNDLED.terminal())),
        order(written.order(), ownEvents),
        written.tools() == null ? BUNDLED.tools() : pair(at.child("tools"), written.tools()),
        at.child("pairs").each(written.pairs(), this::pair));
  }

  private EventOrder order(@Nullable List<String> chains, boolean ownEvents) {
    if (chains == null) {
      return ownEvents ? EventOrder.of(List.of(events)) : BUNDLED.order();
    }
    List<List<String>> read =
        at.child("order")
            .each(
                chains,
                (key, chain) ->
                    Arrays.stream(chain.split("<", -1))
                        .map(name -> event(key, name.strip()))
                        .toList());
    Optional<Precedence> contradiction = EventOrder.contradiction(read);
    contradiction.ifPresent(two ->
        at.child("order")
            .wrong("'%s' cannot come before '%s' and after it as well", two.before(), two.after()));
    return contradiction.isPresent() ? BUNDLED.order() : EventOrder.of(read);
  }

  private EventPair pair(SettingKey key, PairProperties pair) {
    if (pair.opens() == null || pair.closes() == null) {
      key.wrong("needs both opens and closes, each the name of an event");
      return BUNDLED.tools();
    }
    EventPair read =
        new EventPair(
            event(key.child("opens"), pair.opens()),
            event(key.child("closes"), pair.closes()),
            pair.keys());
    pair.keys().stream()
        .filter(name -> !name.equals("agent") && !name.equals("tool"))
        .filter(name -> !CaptureReader.isPointer(name))
        .forEach(name ->
            key.child("keys")
                .wrong("expected agent, tool or a JSON pointer, but found '%s'", name));
    return read;
  }

  private String event(SettingKey key, String name) {
    if (!events.contains(name)) {
      key.unknown("event", name, events);
    }
    return name;
  }
}

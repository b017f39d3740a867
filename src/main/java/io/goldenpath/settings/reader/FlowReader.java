package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.definition.EventOrder.Precedence;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.settings.keys.ContractProperties.FlowProperties;
import io.goldenpath.settings.keys.ContractProperties.PairKeyProperties;
import io.goldenpath.settings.keys.ContractProperties.PairProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.CaptureReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a contract's flow: first and terminal event, order and pairs. */
record FlowReader(SettingKey at, List<String> events, Contract.Flow base) {

  private static final Set<String> FIELDS = Set.of("agent", "tool", "call");

  Contract.Flow flow(FlowProperties written, boolean ownEvents) {
    return new Contract.Flow(
        first(written.first(), ownEvents),
        terminal(written.terminal(), ownEvents),
        order(written.order(), ownEvents),
        written.tools() == null ? base.tools() : pair(at.child("tools"), written.tools()),
        written.pairs() == null
            ? base.pairs()
            : at.child("pairs").each(written.pairs(), this::pair));
  }

  private @Nullable String first(@Nullable String written, boolean ownEvents) {
    String first = written == null ? base.first() : written;
    return first == null || (written == null && !ownEvents)
        ? first
        : event(at.child("first"), first);
  }

  private Terminal terminal(@Nullable List<String> written, boolean ownEvents) {
    SettingKey key = at.child("terminal");
    if (written == null) {
      if (ownEvents) {
        base.terminal().events().forEach(name -> event(key, name));
      }
      return base.terminal();
    }
    if (written.equals(List.of(Terminal.END_NAME))) {
      return Terminal.END;
    }
    if (written.isEmpty() || written.contains(Terminal.END_NAME)) {
      key.wrong("expected an event, a list of events, or end and nothing else");
      return base.terminal();
    }
    return new Terminal(written.stream().map(name -> event(key, name)).toList());
  }

  private EventOrder order(@Nullable List<String> chains, boolean ownEvents) {
    if (chains == null) {
      return ownEvents ? EventOrder.of(List.of(events)) : base.order();
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
    return contradiction.isPresent() ? base.order() : EventOrder.of(read);
  }

  private EventPair pair(SettingKey key, PairProperties pair) {
    if (pair.opens() == null || pair.closes() == null) {
      key.wrong("needs both opens and closes, each the name of an event");
      return base.tools();
    }
    return new EventPair(
        event(key.child("opens"), pair.opens()),
        event(key.child("closes"), pair.closes()),
        key.child("keys").each(pair.keys(), FlowReader::key));
  }

  private static EventPair.Key key(SettingKey at, PairKeyProperties written) {
    if (written.opens() == null || written.closes() == null) {
      at.wrong("needs both opens and closes, each where the key is in that event");
      return EventPair.Key.of("");
    }
    Stream.of(written.opens(), written.closes())
        .distinct()
        .filter(place -> !FIELDS.contains(place) && !CaptureReader.isPointer(place))
        .forEach(place ->
            at.wrong("expected agent, tool, call or a JSON pointer, but found '%s'", place));
    return new EventPair.Key(written.opens(), written.closes());
  }

  /** A contract that expects no events may speak of any. */
  private String event(SettingKey key, String name) {
    if (!events.isEmpty() && !events.contains(name)) {
      key.unknown("event", name, events);
    }
    return name;
  }
}

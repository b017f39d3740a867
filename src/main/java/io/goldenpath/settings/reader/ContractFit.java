package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.settings.dialect.UsedDialect;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.function.Function;

/** Holds a contract against a dialect: whatever it expects, the dialect must be able to report. */
record ContractFit(Contract contract, String name, UsedDialect dialect) {

  /** Adds a mistake for whatever never comes, all at the place that names the contract. */
  void check(SettingKey named) {
    check(_ -> named, _ -> named);
  }

  /**
   * Adds a mistake for whatever never comes.
   *
   * @param events Where the contract has an event of this name.
   * @param keys Where it has another key.
   */
  void check(Function<String, SettingKey> events, Function<String, SettingKey> keys) {
    contract.events().stream()
        .map(ExpectedEvent::name)
        .forEach(event -> checkEvent(events.apply(event), event));
    SettingKey terminal = keys.apply("flow.terminal");
    checkEnd(terminal, contract.flow().terminal());
    contract.flow().terminal().events().forEach(event -> checkTerminal(terminal, event));
    contract.strictness().forbidden().stream()
        .filter(event -> !names().isSeen(event))
        .sorted()
        .forEach(event -> checkEvent(keys.apply("strict.forbidden"), event));
  }

  private EventNames names() {
    return dialect.dialect().eventNames();
  }

  private void checkEvent(SettingKey key, String event) {
    if (names().aliases().containsKey(event)) {
      key.wrong("%s reports '%s' as '%s'", name, event, names().aliases().get(event));
    } else if (!names().open() && !names().events().contains(event)) {
      key.wrong(
          "%s never reports an event '%s'%s; it reports %s%s",
          name,
          event,
          names().others().contains(event) ? ", for it takes that frame for something else" : "",
          names().events().isEmpty() ? "none" : String.join(", ", names().events()),
          nearest(event));
    }
  }

  private void checkEnd(SettingKey key, Terminal terminal) {
    if (terminal.isEnd() && !dialect.tellsEnd()) {
      key.wrong(
          "%s tells no end but by an event; expected %s",
          name,
          names().terminal().isEmpty()
              ? "success or quiet in its end"
              : String.join(" or ", names().terminal()));
    }
  }

  private void checkTerminal(SettingKey key, String event) {
    if (names().events().contains(event) && !names().terminal().contains(event)) {
      key.wrong(
          "%s reads no answer from '%s', so it cannot end a run; expected %s",
          name, event, String.join(" or ", names().terminal()));
    }
  }

  private String nearest(String event) {
    return SpellingSuggestion.of(event, names().events())
        .map(near -> "; perhaps '" + near + "' was meant")
        .orElse("");
  }
}

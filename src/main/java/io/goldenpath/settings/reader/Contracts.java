package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.dialect.EventNames;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.keys.ContractProperties.EventProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Contracts by name, each held against the dialects of the targets that it is used for. */
record Contracts(
    SettingKey at, Map<String, ContractProperties> written, Map<String, Contract> byName) {

  /** Those that are written, and of the bundled ones those that are used. */
  static Contracts read(
      SettingKey at, Map<String, ContractProperties> written, Collection<String> used) {
    return new Contracts(at, written, ExtendedContracts.read(at, written, used));
  }

  /** The contract that a target names. */
  Contract of(SettingKey target, String name) {
    Contract named = byName.get(name);
    if (named != null) {
      return named;
    }
    Set<String> known = new TreeSet<>(byName.keySet());
    known.addAll(BundledDialectFiles.contracts());
    target.child("contract").unknown("contract", name, known);
    return Contract.DEFAULT;
  }

  /** Adds a mistake for whatever this contract expects and this dialect never reports. */
  void check(Contract contract, String dialect, EventNames names) {
    Optional.ofNullable(written.get(contract.name()))
        .ifPresent(properties ->
            new Fit(at.child(contract.name()), contract, dialect, names).check(properties));
  }

  private record Fit(SettingKey at, Contract contract, String dialect, EventNames names) {

    private void check(ContractProperties written) {
      List<EventProperties> events = written.events() == null ? List.of() : written.events();
      List<String> order = events.stream().map(event -> String.valueOf(event.name())).toList();
      contract.events().stream()
          .map(ExpectedEvent::name)
          .filter(order::contains)
          .forEach(name -> checkEvent(at.child("events[" + order.indexOf(name) + "].name"), name));
      checkTerminal(at.child("flow.terminal"), contract.flow().terminal());
      contract.strictness().forbidden().stream()
          .filter(name -> !names.isSeen(name))
          .sorted()
          .forEach(name -> checkEvent(at.child("strict.forbidden"), name));
    }

    private void checkEvent(SettingKey key, String name) {
      if (names.aliases().containsKey(name)) {
        key.wrong("%s reports '%s' as '%s'", dialect, name, names.aliases().get(name));
      } else if (!names.open() && !names.events().contains(name)) {
        key.wrong(
            "%s never reports an event '%s'%s; it reports %s%s",
            dialect,
            name,
            names.others().contains(name) ? ", for it takes that frame for something else" : "",
            String.join(", ", names.events()),
            nearest(name));
      }
    }

    private void checkTerminal(SettingKey key, Terminal terminal) {
      if (terminal.isEnd() && !names.terminal().isEmpty()) {
        key.wrong(
            "%s tells no end but by an event; expected %s",
            dialect, String.join(" or ", names.terminal()));
      }
      terminal.events().forEach(name -> checkTerminal(key, name));
    }

    private void checkTerminal(SettingKey key, String name) {
      if (names.events().contains(name) && !names.terminal().contains(name)) {
        key.wrong(
            "%s reads no answer from '%s', so it cannot end a run; expected %s",
            dialect, name, String.join(" or ", names.terminal()));
      }
    }

    private String nearest(String name) {
      return SpellingSuggestion.of(name, names.events())
          .map(near -> "; perhaps '" + near + "' was meant")
          .orElse("");
    }
  }
}

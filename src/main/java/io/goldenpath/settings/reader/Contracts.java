package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.dialect.UsedDialect;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.keys.ContractProperties.EventProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /** Adds a mistake for whatever this contract expects and the target's dialect never reports. */
  void check(SettingKey target, Contract contract, String name, UsedDialect dialect) {
    ContractFit fit = new ContractFit(contract, name, dialect);
    ContractProperties properties = written.get(contract.name());
    if (properties == null) {
      fit.check(target.child("contract"));
    } else {
      SettingKey key = at.child(contract.name());
      List<String> own =
          requireNonNullElse(properties.events(), List.<EventProperties>of()).stream()
              .map(event -> String.valueOf(event.name()))
              .toList();
      fit.check(
          event -> own.contains(event) ? key.child("events[" + own.indexOf(event) + "].name") : key,
          key::child);
    }
  }
}

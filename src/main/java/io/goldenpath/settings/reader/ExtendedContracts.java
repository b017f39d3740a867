package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads contracts, each after the one that it extends. */
final class ExtendedContracts {

  private static final Map<String, Contract> BUNDLED =
      Map.of(
          Contract.DEFAULT.name(), Contract.DEFAULT,
          Contract.PLAIN.name(), Contract.PLAIN);

  private final SettingKey at;
  private final Map<String, ContractProperties> written;
  private final Map<String, Contract> byName = new TreeMap<>(BUNDLED);
  private final Set<String> begun = new LinkedHashSet<>();

  private ExtendedContracts(SettingKey at, Map<String, ContractProperties> written) {
    this.at = at;
    this.written = written;
  }

  /** The contracts by name: the bundled ones that are used, and those that are written. */
  static Map<String, Contract> read(
      SettingKey at, Map<String, ContractProperties> written, Collection<String> used) {
    ExtendedContracts all = new ExtendedContracts(at, written);
    written.forEach(all::contract);
    used.stream()
        .filter(name -> !written.containsKey(name) && BundledDialectFiles.isDescribed(name))
        .forEach(name -> all.contract(name, BundledDialectFiles.contract(name)));
    return all.byName;
  }

  private Contract contract(String name, ContractProperties properties) {
    SettingKey key = at.child(name);
    if (BUNDLED.containsKey(name)
        || (written.containsKey(name) && BundledDialectFiles.isDescribed(name))) {
      key.wrong("'%s' is a bundled contract: give yours another name", name);
    }
    Contract known = byName.get(name);
    if (known != null) {
      return known;
    }
    key.checkName("contract", name);
    begun.add(name);
    Contract base = base(key.child("extends"), properties.base());
    Contract contract = new ContractReader(key, properties, base).contract(name);
    byName.put(name, contract);
    return contract;
  }

  private Contract base(SettingKey key, String name) {
    ContractProperties properties =
        BundledDialectFiles.isDescribed(name)
            ? BundledDialectFiles.contract(name)
            : written.get(name);
    if (byName.containsKey(name)) {
      return byName.get(name);
    }
    if (properties == null) {
      Set<String> known = new LinkedHashSet<>(byName.keySet());
      known.addAll(written.keySet());
      known.addAll(BundledDialectFiles.contracts());
      key.unknown("contract", name, known);
    } else if (begun.contains(name)) {
      key.wrong("'%s' cannot extend itself, directly or through others", name);
    } else {
      return contract(name, properties);
    }
    return Contract.DEFAULT;
  }
}

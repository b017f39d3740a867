package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The contracts by name: the bundled one, and those that are written. */
final class ContractsReader {

  private final Map<String, Contract> contracts = new TreeMap<>();

  ContractsReader(SettingKey at, Map<String, ContractProperties> written) {
    contracts.put(Contract.DEFAULT.name(), Contract.DEFAULT);
    written.forEach((name, properties) -> {
      SettingKey key = at.child(name);
      key.checkName("contract", name);
      if (name.equals(Contract.DEFAULT.name())) {
        key.wrong("'default' is the bundled contract: give yours another name");
      }
      contracts.put(name, new ContractReader(key, properties).contract(name));
    });
  }

  Contract named(SettingKey at, String name) {
    return Optional.ofNullable(contracts.get(name))
        .or(() -> at.unknown("contract", name, contracts.keySet()))
        .orElse(Contract.DEFAULT);
  }
}

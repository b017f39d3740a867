package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.settings.keys.ContractProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The contracts by name: the bundled one, and those that are written. */
final class ContractsReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

  private final Map<String, Contract> contracts = new TreeMap<>();
  private final Mistakes mistakes;

  ContractsReader(Map<String, ContractProperties> written, Mistakes mistakes) {
    this.mistakes = mistakes;
    contracts.put(Contract.DEFAULT.name(), Contract.DEFAULT);
    written.forEach(this::read);
  }

  /** The contract that this key names. */
  Contract named(String key, String name) {
    Contract contract = contracts.get(name);
    if (contract != null) {
      return contract;
    }
    mistakes.add(
        key,
        "there is no contract '%s'; known: %s"
            .formatted(name, String.join(", ", contracts.keySet())));
    return Contract.DEFAULT;
  }

  private void read(String name, ContractProperties properties) {
    String key = "goldenpath.contracts." + name;
    if (!NAME.matcher(name).matches()) {
      mistakes.add(key, "a contract's name is 1 to 63 of a-z, 0-9 and '-', but is '" + name + "'");
    } else if (name.equals(Contract.DEFAULT.name())) {
      mistakes.add(key, "'default' is the bundled contract: give yours another name");
    }
    contracts.put(name, new ContractReader(key, properties, mistakes).contract(name));
  }
}

package io.goldenpath.inference.live;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.time.TimeLimits;
import java.util.Set;

/**
 * What a target promises before its runs are learned from.
 *
 * @param contractName Name of the contract that is to be made.
 * @param secrets Texts that are never written.
 */
public record LiveTarget(
    String name, String contractName, Contract contract, TimeLimits limits, Set<String> secrets) {

  public LiveTarget {
    secrets = Set.copyOf(secrets);
  }

  /** Shows the name alone: the rest has secrets. */
  @Override
  public String toString() {
    return "LiveTarget[" + name + "]";
  }
}

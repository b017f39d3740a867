package io.goldenpath.demo.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All behaviours that a platform can be switched to by name. */
public record FaultCatalogue(List<DemoBehaviour> faults, List<DemoBehaviour> variants) {

  public static FaultCatalogue shipped() {
    return new FaultCatalogue(ShippedFaults.ALL, List.of());
  }

  public Stream<DemoBehaviour> all() {
    return Stream.concat(faults.stream(), variants.stream());
  }

  public Optional<DemoBehaviour> named(String name) {
    return all().filter(behaviour -> behaviour.name().equals(name)).findFirst();
  }
}

package io.goldenpath.demo.platform;

import java.util.function.Supplier;

/** Switchable behaviour, a fault or a harmless variant; each switch-on makes a new hook. */
public record DemoBehaviour(String name, String description, Supplier<FaultHook> hook) {

  public DemoBehaviour(String name, String description, FaultHook hook) {
    this(name, description, () -> hook);
  }

  @Override
  public String toString() {
    return name;
  }
}

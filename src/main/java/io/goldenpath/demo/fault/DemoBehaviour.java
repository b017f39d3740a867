package io.goldenpath.demo.fault;

import java.util.function.Supplier;

/**
 * A way of behaving that the platform can be switched to: a fault, or a variant that is none.
 *
 * @param name By which it is switched on.
 * @param description What the platform does then, in one sentence.
 * @param hook Where it takes effect; made anew whenever it is switched on.
 */
public record DemoBehaviour(String name, String description, Supplier<FaultHook> hook) {

  public DemoBehaviour(String name, String description, FaultHook hook) {
    this(name, description, () -> hook);
  }

  @Override
  public String toString() {
    return name;
  }
}

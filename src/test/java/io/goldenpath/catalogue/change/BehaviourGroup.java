package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Behaviours of one topic, in the order in which they were added. */
public final class BehaviourGroup {

  private final List<DemoBehaviour> behaviours = new ArrayList<>();

  public DemoBehaviour add(String name, String description, FaultHook hook) {
    return add(name, description, () -> hook);
  }

  /** With a hook that remembers, and is therefore made anew whenever it is switched on. */
  public DemoBehaviour add(String name, String description, Supplier<FaultHook> hook) {
    DemoBehaviour behaviour = new DemoBehaviour(name, description, hook);
    behaviours.add(behaviour);
    return behaviour;
  }

  public List<DemoBehaviour> all() {
    return List.copyOf(behaviours);
  }
}

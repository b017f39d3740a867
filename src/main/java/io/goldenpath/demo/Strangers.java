package io.goldenpath.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Events that nobody on this connection has asked for. */
final class Strangers {

  private Strangers() {}

  /** An event of an agent at work, with these ids. */
  static Event event(String type, Ids ids) {
    ObjectNode body = Json.object().put("status", "working").put("reasoning", "I look it up.");
    return new Event(type, "supervisor", ids, body);
  }

  /** A run with another user's events of the same names in between. */
  static Script interleaved(Script run, Scene scene) {
    Ids others = Ids.fresh(scene.stranger().id());
    List<Cue> both = new ArrayList<>();
    for (Cue cue : run.cues()) {
      both.add(cue);
      if (cue.act() instanceof Act.Tell tell) {
        both.add(Cue.tell(5, tell.event().with(others)));
      }
    }
    return new Script(both);
  }

  /** A run with these events of another's in between, its last before the run's own. */
  static Script copied(Script run, List<Event> others) {
    List<Cue> both = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < run.cues().size(); i++) {
      for (; told * run.cues().size() <= i * others.size() && told < others.size(); told++) {
        both.add(Cue.tell(10, others.get(told)));
      }
      both.add(run.cues().get(i));
    }
    return new Script(both);
  }
}

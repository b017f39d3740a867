package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.DemoRunIds;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.SendEvent;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Events that nobody on this connection has asked for. */
public final class ForeignEventChanges {

  private ForeignEventChanges() {}

  /** An event of an agent at work, with these ids. */
  public static DemoEvent event(String type, DemoRunIds ids) {
    ObjectNode body = DemoJson.object().put("status", "working").put("reasoning", "I look it up.");
    return new DemoEvent(type, "supervisor", ids, body);
  }

  /** A run with another user's events of the same names in between. */
  public static Script interleaved(Script run, ScriptContext context) {
    DemoRunIds others = DemoRunIds.fresh(context.otherAccount().id());
    List<ScriptStep> both = new ArrayList<>();
    for (ScriptStep step : run.steps()) {
      both.add(step);
      if (step.action() instanceof SendEvent sent) {
        both.add(ScriptStep.event(5, ScriptEdits.withIds(sent.event(), others)));
      }
    }
    return new Script(both);
  }

  /** A run with these events of another's in between, its last before the run's own. */
  public static Script copied(Script run, List<DemoEvent> others) {
    List<ScriptStep> both = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < run.steps().size(); i++) {
      for (; told * run.steps().size() <= i * others.size() && told < others.size(); told++) {
        both.add(ScriptStep.event(10, others.get(told)));
      }
      both.add(run.steps().get(i));
    }
    return new Script(both);
  }
}

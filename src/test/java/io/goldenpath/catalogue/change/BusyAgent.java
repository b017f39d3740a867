package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.AgentPace;
import io.goldenpath.demo.script.AgentScript;
import io.goldenpath.demo.script.AskedQuestion;
import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.Script;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** An agent that has much to do: thirty events in the time of five. */
public final class BusyAgent {

  private static final List<String> TOOLS =
      List.of("search", "calendar", "mail", "browser", "archive", "notes", "translator");

  private final List<DemoEvent> good;
  private final List<DemoEvent> events = new ArrayList<>();

  private BusyAgent(List<DemoEvent> good) {
    this.good = good;
  }

  public static Script of(AskedQuestion question, AgentPace pace) {
    return AgentScript.of(new BusyAgent(question.events()).events(), pace);
  }

  private List<DemoEvent> events() {
    events.add(good(DemoEvent.STARTED));
    think("There is much to look up.");
    think("I begin with what is furthest away.");
    for (String tool : TOOLS) {
      think("Now for the " + tool + ".");
      use(tool);
    }
    think("It remains to add up.");
    events.add(good(DemoEvent.EXECUTING));
    events.add(good(DemoEvent.EXECUTED));
    think("I look over it once more.");
    think("That is all.");
    events.add(good(DemoEvent.COMPLETED));
    return events;
  }

  private void think(String thought) {
    events.add(good(DemoEvent.THINKING).with(body -> body.put("reasoning", thought)));
  }

  private void use(String tool) {
    add(DemoEvent.EXECUTING, DemoJson.object().put("tool_name", tool).put("status", "executing"));
    ObjectNode executed = DemoJson.object().put("tool_name", tool).put("status", "completed");
    executed.putObject("result").put("found", tool.length());
    add(DemoEvent.EXECUTED, executed);
  }

  private void add(String type, ObjectNode body) {
    DemoEvent start = good.getFirst();
    events.add(new DemoEvent(type, start.agent(), start.ids(), body));
  }

  private DemoEvent good(String type) {
    return good.stream().filter(event -> event.type().equals(type)).findFirst().orElseThrow();
  }
}

package io.goldenpath.contract.event;

import io.goldenpath.contract.event.AgentEvent.Body;
import io.goldenpath.contract.event.AgentEvent.Ids;
import org.jspecify.annotations.Nullable;

/** Fixture: an agent's event, of a good run unless something else is said. */
public record SampleEvent(
    String name,
    @Nullable String run,
    @Nullable String thread,
    @Nullable String agent,
    @Nullable String tool,
    Body body,
    String content) {

  public static final String NONCE = "QWERTZUIOP";
  public static final int SUM = 579;
  public static final String ANSWER = "The code is " + NONCE + " and the sum is " + SUM + ".";

  public static SampleEvent of(String name) {
    return new SampleEvent(name, "run_1", null, "supervisor", null, body(""), name);
  }

  public static SampleEvent started() {
    return of("agent_started");
  }

  public static SampleEvent thinking() {
    return of("agent_thinking");
  }

  public static SampleEvent executing() {
    return of("tool_executing").tool("calculator");
  }

  public static SampleEvent executed() {
    return of("tool_completed").tool("calculator");
  }

  public static SampleEvent completed() {
    return of("agent_completed").text(ANSWER);
  }

  public SampleEvent run(@Nullable String other) {
    return new SampleEvent(name, other, thread, agent, tool, body, content);
  }

  public SampleEvent thread(@Nullable String other) {
    return new SampleEvent(name, run, other, agent, tool, body, content);
  }

  public SampleEvent agent(@Nullable String other) {
    return new SampleEvent(name, run, thread, other, tool, body, content);
  }

  public SampleEvent tool(@Nullable String other) {
    return new SampleEvent(name, run, thread, agent, other, body, content);
  }

  public SampleEvent saying(String other) {
    return new SampleEvent(name, run, thread, agent, tool, body, other);
  }

  public SampleEvent text(String text) {
    return new SampleEvent(name, run, thread, agent, tool, body(text), content + text);
  }

  public SampleEvent failed() {
    return with(new Body(body.text(), true, false, false, null));
  }

  public SampleEvent again() {
    return with(new Body(body.text(), false, true, false, null));
  }

  public SampleEvent withoutModel() {
    return with(new Body(body.text(), false, false, true, null));
  }

  public SampleEvent fieldProblem(String why) {
    return with(new Body(body.text(), false, false, false, why));
  }

  public AgentEvent event() {
    String fingerprint = name + "/" + run + "/" + thread + "/" + agent + "/" + tool + "/" + content;
    return new AgentEvent(name, new Ids(run, thread), agent, tool, body, fingerprint);
  }

  private SampleEvent with(Body other) {
    return new SampleEvent(name, run, thread, agent, tool, other, content);
  }

  private static Body body(String text) {
    return new Body(text, false, false, false, null);
  }
}

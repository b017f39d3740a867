package io.goldenpath.contract;

import io.goldenpath.contract.AgentEvent.Body;
import io.goldenpath.contract.AgentEvent.Ids;
import org.jspecify.annotations.Nullable;

/** What an agent says, for tests. */
record Told(
    String name,
    @Nullable String run,
    @Nullable String thread,
    @Nullable String agent,
    @Nullable String tool,
    Body body,
    String content) {

  static final String NONCE = "QWERTZUIOP";
  static final int SUM = 579;
  static final String ANSWER = "The code is " + NONCE + " and the sum is " + SUM + ".";

  static Told of(String name) {
    return new Told(name, "run_1", null, "supervisor", null, body(""), name);
  }

  static Told started() {
    return of("agent_started");
  }

  static Told thinking() {
    return of("agent_thinking");
  }

  static Told executing() {
    return of("tool_executing").tool("calculator");
  }

  static Told executed() {
    return of("tool_completed").tool("calculator");
  }

  static Told completed() {
    return of("agent_completed").text(ANSWER);
  }

  Told run(@Nullable String other) {
    return new Told(name, other, thread, agent, tool, body, content);
  }

  Told thread(@Nullable String other) {
    return new Told(name, run, other, agent, tool, body, content);
  }

  Told agent(@Nullable String other) {
    return new Told(name, run, thread, other, tool, body, content);
  }

  Told tool(@Nullable String other) {
    return new Told(name, run, thread, agent, other, body, content);
  }

  Told saying(String other) {
    return new Told(name, run, thread, agent, tool, body, other);
  }

  Told text(String text) {
    return new Told(name, run, thread, agent, tool, body(text), content + text);
  }

  Told failed() {
    return with(new Body(body.text(), true, false, false, null));
  }

  Told again() {
    return with(new Body(body.text(), false, true, false, null));
  }

  Told withoutModel() {
    return with(new Body(body.text(), false, false, true, null));
  }

  Told broken(String why) {
    return with(new Body(body.text(), false, false, false, why));
  }

  AgentEvent event() {
    String fingerprint = name + "/" + run + "/" + thread + "/" + agent + "/" + tool + "/" + content;
    return new AgentEvent(name, new Ids(run, thread), agent, tool, body, fingerprint);
  }

  private Told with(Body other) {
    return new Told(name, run, thread, agent, tool, other, content);
  }

  private static Body body(String text) {
    return new Body(text, false, false, false, null);
  }
}

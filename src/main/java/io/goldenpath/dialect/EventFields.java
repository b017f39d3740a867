package io.goldenpath.dialect;

import io.goldenpath.contract.event.AgentEvent;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of an agent event. */
final class EventFields {

  private static final FieldPaths RUN = FieldPaths.of("event.run");
  private static final FieldPaths THREAD = FieldPaths.of("event.thread");
  private static final FieldPaths AGENT = FieldPaths.of("event.agent");
  private static final FieldPaths TOOL = FieldPaths.of("event.tool");
  private static final FieldPaths REAL_MODEL = FieldPaths.of("event.real-model");
  private static final FieldPaths STATUS = FieldPaths.of("event.status");
  private static final FieldPaths SUCCESS = FieldPaths.of("event.success");
  private static final FieldPaths ATTEMPT = FieldPaths.of("event.attempt");

  /** The one event that has an answer. */
  static final String TERMINAL = "agent_completed";

  private static final int NAME_LENGTH = 200;
  private static final Set<String> TOOLS = Set.of("tool_executing", "tool_completed");
  private static final Set<String> FAILED = Set.of("failed", "error", "dead", "cancelled");

  private EventFields() {}

  static AgentEvent.Ids ids(JsonFrame json) {
    return new AgentEvent.Ids(truncate(json.id(RUN)), truncate(json.id(THREAD)));
  }

  static @Nullable String agent(JsonFrame json) {
    return truncate(json.text(AGENT));
  }

  static @Nullable String tool(JsonFrame json) {
    return truncate(json.text(TOOL));
  }

  static AgentEvent event(String name, JsonFrame json) {
    boolean ends = name.equals(TERMINAL);
    AgentEvent.Body body =
        new AgentEvent.Body(
            ends ? AnswerExtractor.of(json) : "",
            (ends || name.equals("tool_completed")) && failed(json),
            retried(json),
            json.is(false, REAL_MODEL),
            fieldProblem(name, json));
    String fingerprint = EventFingerprint.of(json.root());
    return new AgentEvent(name, ids(json), agent(json), tool(json), body, fingerprint);
  }

  private static boolean failed(JsonFrame json) {
    String status = json.text(STATUS);
    return (status != null && FAILED.contains(status)) || json.is(false, SUCCESS);
  }

  private static boolean retried(JsonFrame json) {
    return json.first(ATTEMPT)
        .filter(attempt -> attempt.isNumber() && attempt.doubleValue() > 0)
        .isPresent();
  }

  private static @Nullable String fieldProblem(String name, JsonFrame json) {
    Optional<String> noObject = json.not(JsonNode::isObject, "payload", "data");
    Optional<String> noText =
        json.not(node -> node.isString() || node.isNumber(), "run_id", "thread_id")
            .or(() -> json.not(JsonNode::isString, "agent_name"));
    return noObject
        .map(field -> field + " is not an object")
        .or(() -> noText.map(field -> field + " is not a text"))
        .orElse(TOOLS.contains(name) && tool(json) == null ? "it names no tool" : null);
  }

  private static @Nullable String truncate(@Nullable String name) {
    return name == null || name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
  }
}

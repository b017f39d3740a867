package io.goldenpath.dialect;

import io.goldenpath.contract.event.AgentEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the fields of an agent event are, in the order in which they are looked for. */
final class EventFields {

  private static final FieldPaths RUN =
      FieldPaths.of("/run_id", "/data/run_id", "/payload/run_id", "/payload/data/run_id");
  private static final FieldPaths THREAD =
      FieldPaths.of(
          "/thread_id", "/data/thread_id", "/payload/thread_id", "/payload/data/thread_id");
  private static final FieldPaths AGENT =
      FieldPaths.of(
          "/agent_name",
          "/data/agent_name",
          "/data/metadata/agent_name",
          "/payload/agent_name",
          "/payload/data/agent_name",
          "/agent_id",
          "/data/agent",
          "/payload/agent_id");
  private static final FieldPaths TOOL =
      FieldPaths.of(
          "/payload/tool_name",
          "/data/tool",
          "/data/tool_name",
          "/tool_name",
          "/payload/data/tool_name",
          "/payload/data/tool",
          "/payload/tool",
          "/tool");
  private static final FieldPaths REAL_MODEL =
      FieldPaths.of(
          "/real_llm_used",
          "/data/real_llm_used",
          "/payload/real_llm_used",
          "/payload/data/real_llm_used");
  private static final FieldPaths STATUS =
      FieldPaths.of("/payload/status", "/payload/data/status", "/data/status", "/status");
  private static final FieldPaths SUCCESS =
      FieldPaths.of(
          "/payload/success",
          "/payload/data/success",
          "/data/success",
          "/success",
          "/payload/result/success");
  private static final FieldPaths ATTEMPT =
      FieldPaths.of("/attempt", "/data/attempt", "/payload/attempt");
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

  static AgentEvent.Body body(String name, JsonFrame json) {
    boolean ends = name.equals("agent_completed");
    return new AgentEvent.Body(
        ends ? AnswerExtractor.of(json) : "",
        (ends || name.equals("tool_completed")) && failed(json),
        retried(json),
        json.isFalse(REAL_MODEL),
        fieldProblem(name, json));
  }

  private static boolean failed(JsonFrame json) {
    String status = json.text(STATUS);
    return (status != null && FAILED.contains(status)) || json.isFalse(SUCCESS);
  }

  private static boolean retried(JsonFrame json) {
    return json.first(ATTEMPT)
        .filter(JsonNode::isNumber)
        .filter(attempt -> attempt.doubleValue() > 0)
        .isPresent();
  }

  private static @Nullable String fieldProblem(String name, JsonFrame json) {
    for (String field : new String[] {"payload", "data"}) {
      JsonNode node = json.root().path(field);
      if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
        return field + " is not an object";
      }
    }
    for (String field : new String[] {"run_id", "thread_id", "agent_name"}) {
      JsonNode node = json.root().path(field);
      boolean number = node.isNumber() && field.endsWith("_id");
      if (!node.isMissingNode() && !node.isNull() && !node.isString() && !number) {
        return field + " is not a text";
      }
    }
    return TOOLS.contains(name) && tool(json) == null ? "it names no tool" : null;
  }

  private static @Nullable String truncate(@Nullable String name) {
    return name == null || name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
  }
}

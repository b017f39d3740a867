package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where the fields of an agent event are, in the order in which they are looked for. */
final class EventFields {

  private static final Places RUN =
      Places.of("/run_id", "/data/run_id", "/payload/run_id", "/payload/data/run_id");
  private static final Places THREAD =
      Places.of("/thread_id", "/data/thread_id", "/payload/thread_id", "/payload/data/thread_id");
  private static final Places AGENT =
      Places.of(
          "/agent_name",
          "/data/agent_name",
          "/data/metadata/agent_name",
          "/payload/agent_name",
          "/payload/data/agent_name",
          "/agent_id",
          "/data/agent",
          "/payload/agent_id");
  private static final Places TOOL =
      Places.of(
          "/payload/tool_name",
          "/data/tool",
          "/data/tool_name",
          "/tool_name",
          "/payload/data/tool_name",
          "/payload/data/tool",
          "/payload/tool",
          "/tool");
  private static final Places REAL_MODEL =
      Places.of(
          "/real_llm_used",
          "/data/real_llm_used",
          "/payload/real_llm_used",
          "/payload/data/real_llm_used");
  private static final Places STATUS =
      Places.of("/payload/status", "/payload/data/status", "/data/status", "/status");
  private static final Places SUCCESS =
      Places.of(
          "/payload/success",
          "/payload/data/success",
          "/data/success",
          "/success",
          "/payload/result/success");
  private static final Places ATTEMPT = Places.of("/attempt", "/data/attempt", "/payload/attempt");
  private static final int NAME_LENGTH = 200;
  private static final Set<String> TOOLS = Set.of("tool_executing", "tool_completed");
  private static final Set<String> FAILED = Set.of("failed", "error", "dead", "cancelled");

  @Nullable String run(Body body) {
    return cut(body.text(RUN));
  }

  @Nullable String thread(Body body) {
    return cut(body.text(THREAD));
  }

  @Nullable String agent(Body body) {
    return cut(body.text(AGENT));
  }

  @Nullable String tool(Body body) {
    return cut(body.text(TOOL));
  }

  AgentEvent.Body body(String name, Body body) {
    boolean ends = name.equals("agent_completed");
    return new AgentEvent.Body(
        ends ? AnswerField.of(body) : "",
        (ends || name.equals("tool_completed")) && failed(body),
        retried(body),
        body.isFalse(REAL_MODEL),
        broken(name, body));
  }

  private static boolean failed(Body body) {
    String status = body.text(STATUS);
    return (status != null && FAILED.contains(status)) || body.isFalse(SUCCESS);
  }

  private static boolean retried(Body body) {
    return body.first(ATTEMPT)
        .filter(JsonNode::isNumber)
        .filter(attempt -> attempt.doubleValue() > 0)
        .isPresent();
  }

  private @Nullable String broken(String name, Body body) {
    for (String field : new String[] {"payload", "data"}) {
      JsonNode node = body.frame().path(field);
      if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
        return field + " is not an object";
      }
    }
    for (String field : new String[] {"run_id", "thread_id", "agent_name"}) {
      JsonNode node = body.frame().path(field);
      if (!node.isMissingNode() && !node.isNull() && !node.isString()) {
        return field + " is not a text";
      }
    }
    return TOOLS.contains(name) && tool(body) == null ? "it names no tool" : null;
  }

  private static @Nullable String cut(@Nullable String name) {
    return name == null || name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
  }
}

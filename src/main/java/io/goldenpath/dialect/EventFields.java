package io.goldenpath.dialect;

import io.goldenpath.contract.AgentEvent;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the fields of an agent event are, in the order in which they are looked for. */
final class EventFields {

  private static final Set<String> IDS =
      Set.of("run_id", "thread_id", "user_id", "request_id", "agent_id", "timestamp");
  private static final Set<String> TIMES =
      Set.of("timestamp", "server_time", "attempt", "message_id", "server_id", "correlation_id");
  private static final Set<String> TOOLS = Set.of("tool_executing", "tool_completed");

  @Nullable String run(Body body) {
    return body.text("/run_id", "/data/run_id", "/payload/run_id", "/payload/data/run_id");
  }

  @Nullable String thread(Body body) {
    return body.text(
        "/thread_id", "/data/thread_id", "/payload/thread_id", "/payload/data/thread_id");
  }

  @Nullable String agent(Body body) {
    return body.text(
        "/agent_name",
        "/data/agent_name",
        "/data/metadata/agent_name",
        "/payload/agent_name",
        "/payload/data/agent_name",
        "/agent_id",
        "/data/agent");
  }

  @Nullable String tool(Body body) {
    return body.text(
        "/payload/tool_name",
        "/data/tool",
        "/data/tool_name",
        "/tool_name",
        "/payload/data/tool_name",
        "/payload/data/tool",
        "/payload/tool");
  }

  AgentEvent.Body body(String name, Body body) {
    boolean terminal = name.equals("agent_completed");
    return new AgentEvent.Body(
        terminal ? answer(body) : "",
        terminal && failed(body),
        body.first("/attempt", "/data/attempt")
            .filter(JsonNode::isNumber)
            .filter(attempt -> attempt.asInt() > 0)
            .isPresent(),
        body.isFalse("/real_llm_used", "/data/real_llm_used", "/payload/real_llm_used"),
        broken(name, body));
  }

  /** The frame without what changes when the same event is sent again. */
  String fingerprint(Body body) {
    return sorted(body.frame()).toString();
  }

  private static String answer(Body body) {
    return body.first(
            "/payload/result",
            "/payload/data/result",
            "/payload/data/content",
            "/data/content",
            "/data/result",
            "/data/metadata/result",
            "/final_response",
            "/data/metadata",
            "/result",
            "/results",
            "/payload")
        .map(EventFields::spoken)
        .orElse("");
  }

  private static String spoken(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.deepCopy();
      copy.remove(IDS);
      copy.remove(Set.of("status", "execution_time_ms", "success"));
      return Body.words(copy);
    }
    return Body.words(node);
  }

  private static boolean failed(Body body) {
    String status = body.text("/payload/status", "/data/status", "/status");
    return Set.of("failed", "error", "dead").contains(status == null ? "" : status)
        || body.isFalse("/payload/success", "/data/success", "/success", "/payload/result/success");
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

  private static JsonNode sorted(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    node.properties()
        .forEach(field -> {
          if (!TIMES.contains(field.getKey())) {
            fields.put(field.getKey(), sorted(field.getValue()));
          }
        });
    ObjectNode sorted = AgentEvents.JSON.createObjectNode();
    fields.forEach(sorted::set);
    return sorted;
  }
}

package io.goldenpath.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The five events of a good run in every envelope in which platforms of this family send them. */
final class SampleEnvelopes {

  static final List<String> NAMES =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  private SampleEnvelopes() {}

  /** Five frames by envelope. */
  static Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("A, run id on top and body in payload", bridge(""));
    all.put("B, two times and body in data", emitter());
    all.put("C, as A with a thread id", user());
    all.put("D, ids and result in payload", processing());
    all.put("E, name in data of a wrapper", wrapped());
    all.put("F, flat", flat());
    all.put("G, body and time in payload", notifier());
    all.put("system_message with event and payload.data", systemMessages());
    return all;
  }

  static List<String> named(String envelope) {
    return all().getOrDefault(envelope, List.of());
  }

  static List<String> bridge(String extra) {
    String head =
        "\"run_id\":\"r1\",\"agent_name\":\"sup\",\"timestamp\":\"2025-09-10T12:00:00.1+00:00\"";
    return List.of(
        "{\"type\":\"agent_started\",%s,\"payload\":{\"status\":\"started\",\"context\":{}%s}}"
            .formatted(head, extra),
        "{\"type\":\"agent_thinking\",%s,\"payload\":{\"reasoning\":\"hm\",\"step_number\":1,\"progress_percentage\":25.0,\"status\":\"thinking\"%s}}"
            .formatted(head, extra),
        "{\"type\":\"tool_executing\",%s,\"payload\":{\"tool_name\":\"calc\",\"parameters\":{\"a\":123},\"status\":\"executing\"%s}}"
            .formatted(head, extra),
        "{\"type\":\"tool_completed\",%s,\"payload\":{\"tool_name\":\"calc\",\"result\":{\"sum\":579},\"execution_time_ms\":812.4,\"status\":\"completed\"%s}}"
            .formatted(head, extra),
        "{\"type\":\"agent_completed\",%s,\"payload\":{\"status\":\"completed\",\"result\":{\"answer\":\"%s\"},\"execution_time_ms\":8123.0,\"message\":\"done\"%s}}"
            .formatted(head, FrameReplay.ANSWER, extra));
  }

  private static List<String> emitter() {
    String ids =
        "\"timestamp\":1757500000.12,\"run_id\":\"r1\",\"thread_id\":\"t1\",\"request_id\":\"q1\"";
    String tail = "\"timestamp\":\"2025-09-10T12:00:00.123456\",\"critical\":true,\"attempt\":null";
    return List.of(
        "{\"type\":\"agent_started\",\"data\":{\"agent_name\":\"sup\",\"metadata\":{},\"status\":\"started\",%s},%s}"
            .formatted(ids, tail),
        "{\"type\":\"agent_thinking\",\"data\":{\"thought\":\"hm\",\"metadata\":{\"step_number\":1,\"agent_name\":\"sup\"},\"type\":\"reasoning\",%s},%s}"
            .formatted(ids, tail),
        "{\"type\":\"tool_executing\",\"data\":{\"tool\":\"calc\",\"metadata\":{},\"status\":\"executing\",%s},%s}"
            .formatted(ids, tail),
        "{\"type\":\"tool_completed\",\"data\":{\"tool\":\"calc\",\"metadata\":{\"result\":{\"sum\":579}},\"status\":\"completed\",%s},%s}"
            .formatted(ids, tail),
        "{\"type\":\"agent_completed\",\"data\":{\"agent_name\":\"sup\",\"metadata\":{\"answer\":\"%s\",\"execution_time_ms\":900},\"status\":\"completed\",%s},%s}"
            .formatted(FrameReplay.ANSWER, ids, tail));
  }

  private static List<String> user() {
    String head =
        "\"run_id\":\"r1\",\"thread_id\":\"t1\",\"agent_name\":\"sup\",\"timestamp\":\"2025-09-10T12:00:00Z\"";
    return List.of(
        "{\"type\":\"agent_started\",%s,\"payload\":{}}".formatted(head),
        "{\"type\":\"agent_thinking\",%s,\"payload\":{\"thought\":\"hm\",\"step\":1}}"
            .formatted(head),
        "{\"type\":\"tool_executing\",%s,\"payload\":{\"tool_name\":\"calc\",\"tool_input\":{}}}"
            .formatted(head),
        "{\"type\":\"tool_completed\",%s,\"payload\":{\"tool_name\":\"calc\",\"success\":true,\"result_summary\":\"579\"}}"
            .formatted(head),
        "{\"type\":\"agent_completed\",%s,\"payload\":{\"success\":true,\"result\":\"%s\"}}"
            .formatted(head, FrameReplay.ANSWER));
  }

  private static List<String> processing() {
    String ids = "\"thread_id\":\"t1\",\"run_id\":\"r1\"";
    return List.of(
        "{\"type\":\"agent_started\",\"payload\":{%s}}".formatted(ids),
        "{\"type\":\"agent_thinking\",\"payload\":{%s,\"thought\":\"hm\"}}".formatted(ids),
        "{\"type\":\"tool_executing\",\"payload\":{%s,\"tool_name\":\"calc\"}}".formatted(ids),
        "{\"type\":\"tool_completed\",\"payload\":{%s,\"tool_name\":\"calc\"}}".formatted(ids),
        "{\"type\":\"agent_completed\",\"payload\":{%s,\"report\":{\"text\":\"%s\"}}}"
            .formatted(ids, FrameReplay.ANSWER));
  }

  private static List<String> wrapped() {
    String tail = "\"timestamp\":1757500000.1,\"server_id\":null,\"correlation_id\":null";
    String inner = "\"user_id\":\"user-1\",\"turn_id\":\"t1\",\"timestamp\":1757500000.1";
    return List.of(
        "{\"type\":\"system_message\",\"data\":{\"event\":\"agent_started\",\"type\":\"agent_started\",%s},%s}"
            .formatted(inner, tail),
        "{\"type\":\"agent_progress\",\"data\":{\"event\":\"agent_thinking\",\"status\":\"at it\",%s},%s}"
            .formatted(inner, tail),
        "{\"type\":\"agent_progress\",\"data\":{\"type\":\"tool_executing\",\"tool_name\":\"calc\",%s},%s}"
            .formatted(inner, tail),
        "{\"type\":\"agent_update\",\"data\":{\"event\":\"tool_completed\",\"tool_name\":\"calc\",\"result\":\"ok\",%s},%s}"
            .formatted(inner, tail),
        "{\"type\":\"agent_response_complete\",\"data\":{\"event\":\"agent_completed\",\"status\":\"success\",\"content\":\"%s\",%s},%s}"
            .formatted(FrameReplay.ANSWER, inner, tail));
  }

  private static List<String> flat() {
    String head =
        "\"agent_name\":\"sup\",\"user_id\":\"user-1\",\"thread_id\":\"t1\",\"timestamp\":1757500000123";
    return List.of(
        "{\"type\":\"agent_started\",\"event\":\"agent_started\",%s}".formatted(head),
        "{\"type\":\"agent_thinking\",\"event\":\"agent_thinking\",\"reasoning\":\"hm\",%s}"
            .formatted(head),
        "{\"event\":\"tool_executing\",\"tool_name\":\"calc\",\"parameters\":{},%s}"
            .formatted(head),
        "{\"type\":\"tool_completed\",\"tool_name\":\"calc\",\"result\":{\"x\":1},%s}"
            .formatted(head),
        "{\"type\":\"agent_completed\",\"final_response\":\"%s\",%s}"
            .formatted(FrameReplay.ANSWER, head));
  }

  private static List<String> notifier() {
    String body = "\"run_id\":\"r1\",\"agent_name\":\"sup\",\"timestamp\":1757500000.5";
    return List.of(
        "{\"type\":\"agent_started\",\"payload\":{%s}}".formatted(body),
        "{\"type\":\"agent_thinking\",\"payload\":{\"thought\":\"hm\",%s}}".formatted(body),
        "{\"type\":\"tool_started\",\"payload\":{\"tool_name\":\"calc\",%s}}".formatted(body),
        "{\"type\":\"tool_completed\",\"payload\":{\"tool_name\":\"calc\",\"result\":{},%s}}"
            .formatted(body),
        "{\"type\":\"agent_completed\",\"payload\":{\"result\":{\"text\":\"%s\"},%s}}"
            .formatted(FrameReplay.ANSWER, body));
  }

  private static List<String> systemMessages() {
    return List.of(
        system("agent_started", "\"status\":\"started\""),
        system("agent_thinking", "\"thought\":\"hm\""),
        system("tool_executing", "\"tool_name\":\"calc\""),
        system("tool_completed", "\"tool\":\"calc\",\"result\":{}"),
        system("agent_completed", "\"result\":\"" + FrameReplay.ANSWER + "\""));
  }

  private static String system(String event, String data) {
    return "{\"type\":\"system_message\",\"event\":\"%s\",\"payload\":{\"run_id\":\"r1\",\"data\":{\"agent_name\":\"sup\",%s}}}"
        .formatted(event, data);
  }
}

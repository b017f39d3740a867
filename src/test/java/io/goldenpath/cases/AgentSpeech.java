package io.goldenpath.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said over the socket.
 *
 * @param welcome Changes the ready frame.
 * @param events Changes the frames that answer a question.
 * @param answer What the last of them says.
 */
record AgentSpeech(
    UnaryOperator<Map<String, Object>> welcome,
    UnaryOperator<List<Map<String, Object>>> events,
    Answer answer) {

  static final AgentSpeech PLAIN =
      new AgentSpeech(UnaryOperator.identity(), UnaryOperator.identity(), (_, right) -> right);

  /** What an agent makes of a question whose right answer this is. */
  @FunctionalInterface
  interface Answer {
    String text(String question, String right);
  }

  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{10}\\b");
  private static final Pattern SUM = Pattern.compile("(\\d+) \\+ (\\d+)");

  /** The owner is written in this form, everywhere. */
  static AgentSpeech owner(UnaryOperator<Object> form) {
    return new AgentSpeech(
        frame -> JsonMaps.with(frame, "user_id", form.apply(owner(frame))),
        each("user_id", form),
        PLAIN.answer);
  }

  /** One field of all events is written so. */
  static AgentSpeech field(String name, Object value) {
    return PLAIN.thenEvents(each(name, _ -> value));
  }

  static Object owner(Map<String, Object> frame) {
    return frame.getOrDefault("user_id", "");
  }

  /** Before the tool is used, an event comes that differs in one field. */
  AgentSpeech intruding(String field, Object value) {
    return thenEvents(events -> {
      List<Map<String, Object>> more = new ArrayList<>(events);
      Map<String, Object> strange =
          JsonMaps.with(events.get(1), "payload", Map.of("reasoning", "What else was asked."));
      more.add(2, JsonMaps.with(strange, field, value));
      return more;
    });
  }

  AgentSpeech greeting(UnaryOperator<Map<String, Object>> change) {
    return new AgentSpeech(change, events, answer);
  }

  AgentSpeech answering(Answer other) {
    return new AgentSpeech(welcome, events, other);
  }

  AgentSpeech thenEvents(UnaryOperator<List<Map<String, Object>>> change) {
    return new AgentSpeech(welcome, frames -> change.apply(events.apply(frames)), answer);
  }

  Map<String, Object> greeting(Object subject) {
    return welcome.apply(
        Map.of("type", "connection_established", "user_id", subject, "connection_ready", true));
  }

  List<Map<String, Object>> answer(String question, Object subject) {
    Matcher code = CODE.matcher(question);
    Matcher sum = SUM.matcher(question);
    if (!code.find() || !sum.find()) {
      throw new IllegalArgumentException("no question of the monitor: " + question);
    }
    int total = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
    String right = "The word is " + code.group() + ", the sum is " + total + ".";
    Map<String, Object> common =
        Map.of("run_id", UUID.randomUUID().toString(), "agent_name", "triage", "user_id", subject);
    return events.apply(
        List.of(
            event(common, "agent_started", Map.of()),
            event(common, "agent_thinking", Map.of("reasoning", "Two numbers and a word.")),
            event(common, "tool_executing", Map.of("tool_name", "adder")),
            event(common, "tool_completed", Map.of("tool_name", "adder", "result", "done")),
            event(common, "agent_completed", Map.of("result", answer.text(question, right)))));
  }

  private static Map<String, Object> event(
      Map<String, Object> common, String type, Map<String, Object> payload) {
    return JsonMaps.with(JsonMaps.with(common, "type", type), "payload", payload);
  }

  private static UnaryOperator<List<Map<String, Object>>> each(
      String field, UnaryOperator<Object> form) {
    return events ->
        events.stream()
            .map(event -> JsonMaps.with(event, field, form.apply(event.getOrDefault(field, ""))))
            .toList();
  }
}

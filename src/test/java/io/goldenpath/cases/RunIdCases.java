package io.goldenpath.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Which run and thread an event belongs to, in every form in which an id can be written. */
final class RunIdCases {

  private RunIdCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        good("run-number", AgentSpeech.field("run_id", 7001)),
        other("run-number-other", AgentSpeech.field("run_id", 7001), "run_id", 7002),
        good(
            "run-number-text-number",
            AgentSpeech.field("run_id", 7001).thenEvents(RunIdCases::mixed)),
        good("run-uuid-case", AgentSpeech.PLAIN.thenEvents(RunIdCases::capitals)),
        other(
            "run-uuid-other",
            AgentSpeech.PLAIN,
            "run_id",
            UUID.randomUUID().toString().toUpperCase(Locale.ROOT)),
        good("thread-number", AgentSpeech.field("thread_id", 9)),
        other("thread-number-other", AgentSpeech.field("thread_id", 9), "thread_id", 10),
        good("run-number-64-bit", AgentSpeech.field("run_id", Long.MAX_VALUE)),
        other(
            "run-number-64-bit-other",
            AgentSpeech.field("run_id", Long.MAX_VALUE),
            "run_id",
            Long.MAX_VALUE - 1));
  }

  private static PlatformCase good(String name, AgentSpeech speech) {
    return PlatformCase.of(name).that(good -> good.speech(speech));
  }

  private static PlatformCase other(String name, AgentSpeech speech, String field, Object value) {
    return good(name, speech.intruding(field, value)).expect(Expected.fails("wrong_run", "events"));
  }

  /** Every second event writes the number as a text. */
  private static List<Map<String, Object>> mixed(List<Map<String, Object>> events) {
    return events.stream()
        .map(event ->
            events.indexOf(event) % 2 == 0 ? event : JsonMaps.with(event, "run_id", "7001"))
        .toList();
  }

  /** The last event writes the id in capitals. */
  private static List<Map<String, Object>> capitals(List<Map<String, Object>> events) {
    return events.stream()
        .map(event ->
            event.get("type") instanceof String type && type.equals("agent_completed")
                ? JsonMaps.with(
                    event,
                    "run_id",
                    event.getOrDefault("run_id", "").toString().toUpperCase(Locale.ROOT))
                : event)
        .toList();
  }
}

package io.goldenpath.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Events that come again after the end, and errors that stand where an answer should. */
final class EndOfRunCases {

  private EndOfRunCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        again("thinking-after-end", 1),
        again("tool-after-end", 3),
        again("start-after-end", 0),
        answers("error-quotes-question", "Error: could not answer '%s': upstream timed out"),
        answers(
            "error-traceback", "Traceback (most recent call last): TimeoutError while asking %s"),
        answers("error-json", "{\"error\":\"upstream timed out\",\"input\":\"%s\"}"));
  }

  private static PlatformCase again(String name, int event) {
    return of(
            name,
            events -> {
              List<Map<String, Object>> more = new ArrayList<>(events);
              more.add(events.get(event));
              return more;
            })
        .expect(Expected.fails("after_terminal", "events"));
  }

  /** An error that quotes the question, and with it the code. */
  private static PlatformCase answers(String name, String form) {
    return PlatformCase.of(name)
        .that(good ->
            good.speech(AgentSpeech.PLAIN.answering((question, _) -> form.formatted(question))))
        .expect(Expected.fails("error_answer", "answer"));
  }

  private static PlatformCase of(String name, UnaryOperator<List<Map<String, Object>>> change) {
    return PlatformCase.of(name).that(good -> good.speech(AgentSpeech.PLAIN.thenEvents(change)));
  }
}

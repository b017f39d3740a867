package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.probe.FindingKind.ERROR_ANSWER;
import static io.goldenpath.probe.FindingKind.WRONG_ANSWER;

import io.goldenpath.probe.Condition;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Is the answer there, and is it the answer to what was asked? */
record AnswerRule(
    Question question, AuthenticityRule authenticity, List<Condition> conditions, Fields fields)
    implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    course
        .terminal()
        .filter(terminal -> authenticity.hollow(terminal.event().body().text()).isEmpty())
        .ifPresent(terminal -> judge(course, terminal, docket));
  }

  private void judge(Course course, Seen terminal, Docket docket) {
    AgentEvent.Body body = terminal.event().body();
    String text = body.text();
    if (body.failed()) {
      add(
          docket,
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The run ended with %s, which says that it failed: %s"
              .formatted(terminal.name(), text.isBlank() ? "no text" : Words.quote(text)));
    } else if (text.isBlank()) {
      add(
          docket,
          EMPTY_ANSWER,
          terminal,
          "an answer",
          "no text",
          "The run ended with %s, but the answer is empty: a user sees nothing"
              .formatted(terminal.name()));
    } else if (!text.contains(question.nonce()) && AnswerText.error(text)) {
      add(
          docket,
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The answer is an error text: " + Words.quote(text));
    } else {
      content(terminal, text, docket);
      conditions(course, terminal, docket);
    }
  }

  private void content(Seen terminal, String text, Docket docket) {
    boolean nonce = text.contains(question.nonce());
    boolean sum = AnswerText.holds(AnswerText.without(question, text), question.sum());
    if (!nonce && !sum) {
      add(
          docket,
          WRONG_ANSWER,
          terminal,
          "the code " + question.nonce() + " and the sum " + question.sum(),
          text,
          "The answer does not belong to the question, neither the code nor the sum %d is in it: %s"
              .formatted(question.sum(), Words.quote(text)));
    } else if (!nonce) {
      add(
          docket,
          WRONG_ANSWER,
          terminal,
          "the code " + question.nonce(),
          text,
          "The answer does not repeat the code %s that it was asked for: %s"
              .formatted(question.nonce(), Words.quote(text)));
    } else if (!sum) {
      add(
          docket,
          WRONG_ANSWER,
          terminal,
          "the sum " + question.sum(),
          text,
          "The answer does not state the sum %d that it was asked for: %s"
              .formatted(question.sum(), Words.quote(text)));
    }
  }

  private void conditions(Course course, Seen terminal, Docket docket) {
    if (conditions.isEmpty()) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("answer", terminal.event().body().text());
    values.put("event", Objects.requireNonNullElse(fields.at(""), Map.of()));
    values.put("nonce", question.nonce());
    values.put("sum", (long) question.sum());
    values.put("seconds", (terminal.nanos() - course.sent()) / 1e9);
    for (Condition condition : conditions) {
      condition
          .objection(values)
          .ifPresent(objection ->
              add(
                  docket,
                  WRONG_ANSWER,
                  terminal,
                  condition.toString(),
                  terminal.event().body().text(),
                  "The answer does not fulfil the contract: " + Words.line(objection)));
    }
  }

  private static void add(
      Docket docket,
      FindingKind kind,
      Seen terminal,
      String expected,
      String seen,
      String message) {
    docket.add(
        kind,
        Step.ANSWER,
        terminal.nanos(),
        new Words(expected, Words.line(seen), message),
        terminal.frame());
  }
}

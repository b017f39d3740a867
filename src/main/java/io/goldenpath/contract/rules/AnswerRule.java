package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.model.finding.FindingKind.ERROR_ANSWER;
import static io.goldenpath.model.finding.FindingKind.WRONG_ANSWER;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Is the answer there, and is it the answer to what was asked? */
record AnswerRule(
    Question question, FabricationRule fabrication, List<Condition> conditions, FrameFields fields)
    implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.terminal()
        .filter(terminal -> fabrication.textSigns(terminal.event().body().text()).isEmpty())
        .ifPresent(terminal -> judge(run, terminal, findings));
  }

  private void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    AgentEvent.Body body = terminal.event().body();
    String text = body.text();
    if (body.failed()) {
      add(
          findings,
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The run ended with %s, which says that it failed: %s"
              .formatted(terminal.name(), text.isBlank() ? "no text" : FindingText.quote(text)));
    } else if (text.isBlank()) {
      add(
          findings,
          EMPTY_ANSWER,
          terminal,
          "an answer",
          "no text",
          "The run ended with %s, but the answer is empty: a user sees nothing"
              .formatted(terminal.name()));
    } else if (!text.contains(question.nonce()) && AnswerText.isErrorText(text)) {
      add(
          findings,
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The answer is an error text: " + FindingText.quote(text));
    } else {
      content(terminal, text, findings);
      conditions(run, terminal, findings);
    }
  }

  private void content(TimedEvent terminal, String text, Findings findings) {
    boolean nonce = text.contains(question.nonce());
    boolean sum =
        AnswerText.containsNumber(AnswerText.withoutQuestion(question, text), question.sum());
    if (!nonce && !sum) {
      add(
          findings,
          WRONG_ANSWER,
          terminal,
          "the code " + question.nonce() + " and the sum " + question.sum(),
          text,
          "The answer does not belong to the question, neither the code nor the sum %d is in it: %s"
              .formatted(question.sum(), FindingText.quote(text)));
    } else if (!nonce) {
      add(
          findings,
          WRONG_ANSWER,
          terminal,
          "the code " + question.nonce(),
          text,
          "The answer does not repeat the code %s that it was asked for: %s"
              .formatted(question.nonce(), FindingText.quote(text)));
    } else if (!sum) {
      add(
          findings,
          WRONG_ANSWER,
          terminal,
          "the sum " + question.sum(),
          text,
          "The answer does not state the sum %d that it was asked for: %s"
              .formatted(question.sum(), FindingText.quote(text)));
    }
  }

  private void conditions(RunEvents run, TimedEvent terminal, Findings findings) {
    if (conditions.isEmpty()) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("answer", terminal.event().body().text());
    values.put("event", Objects.requireNonNullElse(fields.at(""), Map.of()));
    values.put("nonce", question.nonce());
    values.put("sum", (long) question.sum());
    values.put("seconds", (terminal.nanos() - run.sentNanos()) / 1e9);
    for (Condition condition : conditions) {
      condition
          .violation(values)
          .ifPresent(objection ->
              add(
                  findings,
                  WRONG_ANSWER,
                  terminal,
                  condition.toString(),
                  terminal.event().body().text(),
                  "The answer does not fulfil the contract: " + FindingText.excerpt(objection)));
    }
  }

  private static void add(
      Findings findings,
      FindingKind kind,
      TimedEvent terminal,
      String expected,
      String seen,
      String message) {
    findings.add(
        kind,
        Step.ANSWER,
        terminal.nanos(),
        new FindingText(expected, FindingText.excerpt(seen), message),
        terminal.frame());
  }
}

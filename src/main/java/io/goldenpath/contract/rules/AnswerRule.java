package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.model.finding.FindingKind.ERROR_ANSWER;
import static io.goldenpath.model.finding.FindingKind.WRONG_ANSWER;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reports an answer that is empty, an error text, or not the answer to the question. */
record AnswerRule(
    Question question, FabricationRule fabrication, List<Condition> conditions, FrameFields fields)
    implements TerminalRule {

  @Override
  public void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    AgentEvent.Body body = terminal.event().body();
    String text = body.text();
    if (!fabrication.textSigns(text).isEmpty()) {
      return;
    }
    if (body.failed()) {
      answer(findings, ERROR_ANSWER, terminal)
          .says(
              "The run ended with %s, which says that it failed: %s",
              terminal.name(), text.isBlank() ? "no text" : Excerpt.quoted(text));
    } else if (text.isBlank()) {
      answer(findings, EMPTY_ANSWER, terminal)
          .seen("no text")
          .says(
              "The run ended with %s, but the answer is empty: a user sees nothing",
              terminal.name());
    } else if (!text.contains(question.nonce()) && AnswerText.isErrorText(text)) {
      answer(findings, ERROR_ANSWER, terminal)
          .says("The answer is an error text: %s", Excerpt.quoted(text));
    } else {
      content(terminal, text, findings);
      conditions(run, terminal, findings);
    }
  }

  private void content(TimedEvent terminal, String text, Findings findings) {
    boolean nonce = text.contains(question.nonce());
    boolean sum =
        AnswerText.containsNumber(AnswerText.withoutQuestion(question, text), question.sum());
    if (nonce && sum) {
      return;
    }
    FindingDraft draft = answer(findings, WRONG_ANSWER, terminal);
    String code = "the code " + question.nonce();
    String number = "the sum " + question.sum();
    String quote = Excerpt.quoted(text);
    if (nonce) {
      draft
          .expected(number)
          .says("The answer does not state %s that it was asked for: %s", number, quote);
    } else if (sum) {
      draft
          .expected(code)
          .says("The answer does not repeat %s that it was asked for: %s", code, quote);
    } else {
      draft
          .expected(code + " and " + number)
          .says(
              "The answer does not belong to the question, neither the code nor %s is in it: %s",
              number, quote);
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
          .ifPresent(violation ->
              answer(findings, WRONG_ANSWER, terminal)
                  .expected(condition.toString())
                  .says("The answer does not fulfil the contract: %s", Excerpt.of(violation)));
    }
  }

  private static FindingDraft answer(Findings findings, FindingKind kind, TimedEvent terminal) {
    return findings
        .of(kind)
        .in(Step.ANSWER)
        .at(terminal)
        .expected("an answer")
        .seen(Excerpt.of(terminal.event().body().text()));
  }
}

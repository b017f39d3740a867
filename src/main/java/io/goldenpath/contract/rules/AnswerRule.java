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
import java.util.regex.Pattern;

/** Reports an answer that is empty, an error text, or not the answer to the question. */
record AnswerRule(
    Question question, FabricationRule fabrication, List<Condition> conditions, FrameFields fields)
    implements Rule.OfEnd {

  private static final Pattern ERROR =
      Pattern.compile(
          "(?is)\\W*(?:(?:an?\\s+)?(?:internal\\s+|unexpected\\s+|system\\s+|server\\s+|fatal\\s+)*(?:error|exception)\\b"
              + "|traceback \\(|(?:i'm |i am |we are |we're )?(?:sorry|apologi[sz]e)\\b.{0,300}\\b(?:error|failed|unable|went wrong|cannot|could not)"
              + "|something went wrong|failed to |request failed|service unavailable|execution failed).*");

  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(?<!\\d[.,])(\\d+)(?:[.,]0+)?(?!\\d)(?![.,]\\d)");

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
              "The run ended%s, %s: %s",
              OrderRules.by(terminal),
              terminal.end() ? "and the platform says that it failed" : "which says that it failed",
              text.isBlank() ? "no text" : Excerpt.quoted(text));
    } else if (text.isBlank()) {
      answer(findings, EMPTY_ANSWER, terminal)
          .seen("no text")
          .says(
              "The run ended%s, but the answer is empty: a user sees nothing",
              OrderRules.by(terminal));
    } else if (isErrorText(question.removedFrom(text))) {
      answer(findings, ERROR_ANSWER, terminal)
          .says("The answer is an error text: %s", Excerpt.quoted(text));
    } else {
      content(terminal, text, findings);
      conditions(run, terminal, findings);
    }
  }

  /** An answer that merely mentions an error does not count. */
  private boolean isErrorText(String text) {
    return !isAnswer(text)
        && ERROR.matcher(text.length() > 2000 ? text.substring(0, 2000) : text).matches();
  }

  private boolean isAnswer(String text) {
    return text.contains(question.nonce()) && containsNumber(text, question.sum());
  }

  private void content(TimedEvent terminal, String text, Findings findings) {
    boolean nonce = text.contains(question.nonce());
    boolean sum = containsNumber(question.removedFrom(text), question.sum());
    if (nonce && sum) {
      return;
    }
    String code = "the code " + question.nonce();
    String number = "the sum " + question.sum();
    String what =
        nonce
            ? "does not state " + number + " that it was asked for"
            : sum
                ? "does not repeat " + code + " that it was asked for"
                : "does not belong to the question, neither the code nor " + number + " is in it";
    answer(findings, WRONG_ANSWER, terminal)
        .expected(nonce ? number : sum ? code : code + " and " + number)
        .says("The answer %s: %s", what, Excerpt.quoted(text));
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

  /** Digits inside a longer number do not count. */
  private static boolean containsNumber(String text, int number) {
    String digits = Integer.toString(number);
    return NUMBER.matcher(text).results().anyMatch(found -> found.group(1).equals(digits));
  }

  private static FindingDraft answer(Findings findings, FindingKind kind, TimedEvent terminal) {
    return findings
        .of(kind, terminal)
        .in(Step.ANSWER)
        .expected("an answer")
        .seen(Excerpt.of(terminal.event().body().text()));
  }
}

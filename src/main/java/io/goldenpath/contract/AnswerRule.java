package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.probe.FindingKind.ERROR_ANSWER;
import static io.goldenpath.probe.FindingKind.WRONG_ANSWER;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is the answer there, and is it the answer to what was asked? */
final class AnswerRule {

  private static final Pattern ERROR_TEXT =
      Pattern.compile(
          "(?is)^\\W*(?:(?:an?\\s+)?(?:internal\\s+|unexpected\\s+|system\\s+)*(?:error|exception)\\b"
              + "|traceback \\(|(?:i'm |i am |we are )?(?:sorry|apologi[sz]e)\\b.*\\b(?:error|failed|unable|went wrong)"
              + "|something went wrong|failed to |request failed|service unavailable).*");

  private final Question question;
  private final Docket docket;

  AnswerRule(Question question, Docket docket) {
    this.question = question;
    this.docket = docket;
  }

  void judge(Seen terminal) {
    AgentEvent.Body body = terminal.event().body();
    String text = body.text();
    if (body.failed()) {
      report(
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The run ended with %s, which says that it failed: %s"
              .formatted(terminal.name(), excerpt(text)));
    } else if (text.isBlank()) {
      report(
          EMPTY_ANSWER,
          terminal,
          "an answer",
          "no text",
          "The run ended, but the answer is empty: a user sees nothing");
    } else if (!text.contains(question.nonce()) && ERROR_TEXT.matcher(text).matches()) {
      report(
          ERROR_ANSWER,
          terminal,
          "an answer",
          text,
          "The answer is an error text: " + excerpt(text));
    } else {
      content(terminal, text);
    }
  }

  private void content(Seen terminal, String text) {
    if (!text.contains(question.nonce())) {
      report(
          WRONG_ANSWER,
          terminal,
          "the code " + question.nonce(),
          text,
          "The answer does not repeat the code that it was asked for: it may not answer this"
              + " question at all");
    }
    if (!holds(withoutQuestion(text), question.sum())) {
      report(
          WRONG_ANSWER,
          terminal,
          "the number " + question.sum(),
          text,
          "The answer does not state the sum %d that it was asked for: %s"
              .formatted(question.sum(), excerpt(text)));
    }
  }

  /** Whether this number stands in the text on its own, not inside a longer one. */
  static boolean holds(String text, int number) {
    return Pattern.compile("(?<![\\d])(?<!\\d[.,])" + number + "(?!\\d)(?![.,]\\d)")
        .matcher(text)
        .find();
  }

  private String withoutQuestion(String text) {
    return text.replaceAll("(?i)" + Pattern.quote(question.text()), Matcher.quoteReplacement(" "));
  }

  private void report(
      FindingKind kind, Seen terminal, String expected, String seen, String message) {
    docket.add(
        kind, Step.ANSWER, terminal.nanos(), expected, excerpt(seen), message, terminal.frame());
  }

  static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 160 ? "\"" + line + "\"" : "\"" + line.substring(0, 160) + "…\"";
  }

  /** Text without case, punctuation and space, to tell an echo from an answer. */
  static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}

package io.goldenpath.contract.rules;

import io.goldenpath.contract.event.Question;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classification of an answer by its words. */
final class AnswerText {

  private static final Pattern ERROR =
      Pattern.compile(
          "(?is)\\W*(?:(?:an?\\s+)?(?:internal\\s+|unexpected\\s+|system\\s+|server\\s+|fatal\\s+)*(?:error|exception)\\b"
              + "|traceback \\(|(?:i'm |i am |we are |we're )?(?:sorry|apologi[sz]e)\\b.{0,300}\\b(?:error|failed|unable|went wrong|cannot|could not)"
              + "|something went wrong|failed to |request failed|service unavailable|execution failed).*");

  private AnswerText() {}

  /** An answer that merely mentions an error does not count. */
  static boolean isErrorText(String text) {
    return ERROR.matcher(text.length() > 2000 ? text.substring(0, 2000) : text).matches();
  }

  /** Digits inside a longer number do not count. */
  static boolean containsNumber(String text, int number) {
    return Pattern.compile("(?<!\\d)(?<!\\d[.,])" + number + "(?:[.,]0+)?(?!\\d)(?![.,]\\d)")
        .matcher(text)
        .find();
  }

  /** A quoted question is no part of the answer. */
  static String withoutQuestion(Question question, String text) {
    return Pattern.compile(Pattern.quote(question.text()), Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(" "));
  }

  static String normalized(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}

package io.goldenpath.demo.script;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * User's text as an agent understands it.
 *
 * @param code Word to repeat.
 * @param several Whether several agents were asked for.
 */
public record UserRequest(@Nullable String code, @Nullable Addition addition, boolean several) {

  public record Addition(long a, long b) {

    public long sum() {
      return a + b;
    }
  }

  private static final Pattern CODE =
      Pattern.compile(
          "\\bcode\\b(?:\\s+(?:word|is|named|called|of))*[^\\p{L}\\p{N}]+(\\p{L}+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDITION =
      Pattern.compile("(-?\\d{1,12})\\s*(?:\\+|plus)\\s*(-?\\d{1,12})", Pattern.CASE_INSENSITIVE);

  public static UserRequest of(String text) {
    Matcher code = CODE.matcher(text);
    Matcher addition = ADDITION.matcher(text);
    return new UserRequest(
        code.find() ? code.group(1) : null,
        addition.find()
            ? new Addition(Long.parseLong(addition.group(1)), Long.parseLong(addition.group(2)))
            : null,
        text.toLowerCase(Locale.ROOT).contains("several agents"));
  }

  public String answer() {
    return addition == null ? repeated() : answer(addition.sum());
  }

  /** The sum may be a wrong one. */
  public String answer(long sum) {
    return addition == null
        ? repeated()
        : repeated() + " I added it up: " + addition.a() + " + " + addition.b() + " = " + sum + ".";
  }

  private String repeated() {
    return code == null ? "There was no code for me to repeat." : "Your code is " + code + ".";
  }
}

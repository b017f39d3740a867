package io.goldenpath.contract.event;

import io.goldenpath.model.target.Template;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Question to the agent, whose answer must repeat the nonce and state the sum. */
public record Question(String text, String nonce, int sum) {

  private static final int LETTERS = 10;

  /** A text without what quotes the whole question, which proves nothing. */
  public String removedFrom(String text) {
    return text.length() < this.text.length()
        ? text
        : Pattern.compile(Pattern.quote(this.text), Pattern.CASE_INSENSITIVE)
            .matcher(text)
            .replaceAll(" ");
  }

  /** Whether a text says the code by itself. */
  public boolean isAnsweredBy(String text) {
    return text.contains(nonce) && removedFrom(text).contains(nonce);
  }

  /** Fills the variables of this template, {@code {nonce}}, {@code {a}} and {@code {b}}, anew. */
  public static Question of(String template, RandomGenerator random) {
    StringBuilder nonce = new StringBuilder(LETTERS);
    for (int i = 0; i < LETTERS; i++) {
      nonce.append((char) ('A' + random.nextInt(26)));
    }
    int a = random.nextInt(100, 500);
    int b = random.nextInt(100, 500);
    String text =
        Template.of(template)
            .fill(name ->
                switch (name) {
                  case "nonce" -> nonce.toString();
                  case "a" -> Integer.toString(a);
                  case "b" -> Integer.toString(b);
                  default -> throw new IllegalArgumentException("no variable {" + name + "}");
                });
    return new Question(text, nonce.toString(), a + b);
  }
}

package io.goldenpath.settings.keys.value;

/**
 * A share of all.
 *
 * @param percent From 0 to 100.
 */
public record Percentage(int percent) {

  public Percentage {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("a share is from 0% to 100%, but is " + percent + "%");
    }
  }

  /** Reads a share such as {@code 80%}. */
  public static Percentage of(String text) {
    return new Percentage(Integer.parseInt(text.strip().replaceFirst("\\s*%$", "")));
  }
}

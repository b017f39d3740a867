package io.goldenpath.settings.keys.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many runs of so many, written {@code 2 of 3}. */
public record FailedRuns(int runs, int of) {

  private static final int MOST = 20;
  private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,3})\\s+of\\s+(\\d{1,3})\\s*");

  public FailedRuns {
    if (runs < 1 || of < runs || of > MOST) {
      throw new IllegalArgumentException(
          "must be from 1 of 1 to %d of %d, but is %d of %d".formatted(MOST, MOST, runs, of));
    }
  }

  /** Reads how many runs of how many. */
  public static FailedRuns of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("must be written as in 2 of 3");
    }
    return new FailedRuns(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }
}

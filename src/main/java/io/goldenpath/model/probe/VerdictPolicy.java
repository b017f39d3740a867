package io.goldenpath.model.probe;

import java.time.Duration;

/**
 * How many runs make a verdict.
 *
 * @param fail So many bad runs among the last {@code of} make it worse.
 * @param recover So many good runs in a row make it better.
 * @param confirmAfter How soon a run follows that is to confirm what one run says.
 */
public record VerdictPolicy(int fail, int of, int recover, Duration confirmAfter) {

  public static final VerdictPolicy DEFAULT = new VerdictPolicy(2, 3, 2, Duration.ofSeconds(10));

  /** The last run is the verdict. */
  public static final VerdictPolicy EACH_RUN = new VerdictPolicy(1, 1, 1, Duration.ofSeconds(10));

  public VerdictPolicy {
    if (fail < 1 || fail > of || recover < 1) {
      throw new IllegalArgumentException(
          "no verdict by %d of %d failed runs and %d good ones".formatted(fail, of, recover));
    }
  }

  /** Whether one run is enough, for the worse and for the better. */
  public boolean eachRun() {
    return fail == 1 && recover == 1;
  }
}

package io.goldenpath.web.page;

import io.goldenpath.history.store.VerdictTimes;
import java.util.Locale;

/** The share of time in which a probe was not down, as pages write it. */
public final class UptimeText {

  /** Stands where nothing is known. */
  public static final String UNKNOWN = "–";

  private UptimeText() {}

  /** What is not perfect must not be rounded to it. */
  public static String of(VerdictTimes times) {
    if (times.known().isZero()) {
      return UNKNOWN;
    }
    double share = 1 - times.down().toNanos() / (double) times.known().toNanos();
    double percent = Math.floor(share * 1e4) / 100;
    return percent == 100 ? "100 %" : String.format(Locale.ROOT, "%.2f %%", percent);
  }
}

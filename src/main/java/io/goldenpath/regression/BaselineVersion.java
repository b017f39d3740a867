package io.goldenpath.regression;

import io.goldenpath.model.regression.Regression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a baseline has come since the start.
 *
 * @param runs How many runs it has been held against, or learned.
 * @param accepted How often it was learned anew.
 */
public record BaselineVersion(
    long runs, int accepted, @Nullable String release, List<Regression> open) {

  /** As it is before anything has happened. */
  public static final BaselineVersion START = new BaselineVersion(0, 0, null, List.of());

  /** Whether more has changed than a run. */
  public boolean turned(BaselineVersion before) {
    return !equals(new BaselineVersion(runs, before.accepted, before.release, before.open));
  }
}

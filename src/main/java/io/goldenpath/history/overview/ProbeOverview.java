package io.goldenpath.history.overview;

import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.store.VerdictTimes;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one probe did lately.
 *
 * @param hours Its runs by the hour in which they began, of the last day.
 */
public record ProbeOverview(
    SortedMap<Instant, OutcomeCounts> hours, VerdictTimes day, VerdictTimes month) {

  public static final ProbeOverview EMPTY =
      new ProbeOverview(Collections.emptySortedMap(), VerdictTimes.NONE, VerdictTimes.NONE);

  public ProbeOverview {
    hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
  }

  ProbeOverview withHour(Hour hour) {
    TreeMap<Instant, OutcomeCounts> all = new TreeMap<>(hours);
    all.put(hour.start(), hour.runs());
    return new ProbeOverview(all, day.plus(hour.verdicts()), month);
  }

  ProbeOverview withMonth(VerdictTimes times) {
    return new ProbeOverview(hours, day, times);
  }

  /** One hour of a probe. */
  record Hour(Instant start, OutcomeCounts runs, VerdictTimes verdicts) {}
}

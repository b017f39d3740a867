package io.goldenpath.history.trend;

import io.goldenpath.history.store.AggregateSpan;
import io.goldenpath.model.finding.Labelled;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far a trend goes back, and how long the stretches are that it is cut into. */
public enum TrendRange implements Labelled {
  HOUR("1h", AggregateSpan.FIVE_MINUTES, Duration.ofHours(1), Duration.ofMinutes(5)),
  DAY("24h", AggregateSpan.FIVE_MINUTES, Duration.ofHours(24), Duration.ofMinutes(15)),
  WEEK("7d", AggregateSpan.HOUR, Duration.ofDays(7), Duration.ofHours(2)),
  QUARTER("90d", AggregateSpan.HOUR, Duration.ofDays(90), Duration.ofDays(1));

  /** Bound on the runs that are read one by one. */
  public static final int MOST_SAMPLES = 120;

  private final String label;
  private final AggregateSpan span;
  private final Duration length;
  private final Duration stretch;

  TrendRange(String label, AggregateSpan span, Duration length, Duration stretch) {
    this.label = label;
    this.span = span;
    this.length = length;
    this.stretch = stretch;
  }

  /** The range of this label, such as {@code 24h}. */
  public static Optional<TrendRange> of(String label) {
    return Arrays.stream(values()).filter(range -> range.label.equals(label)).findFirst();
  }

  @Override
  public String label() {
    return label;
  }

  public Duration length() {
    return length;
  }

  public Duration stretch() {
    return stretch;
  }

  public int stretches() {
    return (int) length.dividedBy(stretch);
  }

  /** Of all runs that begin within so long a time the last one is read. */
  public Duration sampleEvery() {
    return length.dividedBy(MOST_SAMPLES);
  }

  AggregateSpan span() {
    return span;
  }

  /** Beginning of the stretch that this moment is in; stretches begin at whole multiples. */
  public Instant stretchOf(Instant moment) {
    return floor(moment, stretch);
  }

  Instant sampleOf(Instant moment) {
    return floor(moment, sampleEvery());
  }

  private static Instant floor(Instant moment, Duration step) {
    long seconds = step.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
  }
}

package io.goldenpath.history.recording;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long good runs, or their transcripts, are kept.
 *
 * @param wanted As the settings say.
 * @param since Since when they are there, where the history's size leaves no room for older ones;
 *     null where it does.
 */
public record KeptPeriod(Duration wanted, @Nullable Instant since) {

  /** What has become older than is wanted is no longer missed. */
  KeptPeriod at(Instant now) {
    return since != null && !since.isAfter(now.minus(wanted)) ? new KeptPeriod(wanted, null) : this;
  }

  /** How far back they reach. */
  public Duration length(Instant now) {
    return since == null ? wanted : Duration.between(since, now);
  }
}

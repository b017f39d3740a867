package io.goldenpath.release;

import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.regression.SeenRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that one target's runs have seen. A release is marked when it is seen for the first
 * time; one that was there before, when it has come back to stay. So a deployment in whose course
 * two releases answer in turn makes one marker.
 */
final class SeenReleases {

  /** Runs in a row that show a release which has come back to stay. */
  static final int LASTING_RUNS = 10;

  /** What changes more often than that is no release, or must show that it stays. */
  static final int MOST_A_DAY = 24;

  private static final Logger logger = LoggerFactory.getLogger(SeenReleases.class);

  private static final int UNREAD_RUNS = 3;

  private final String target;
  private @Nullable String last;
  private Instant since = Instant.EPOCH;
  private int runs;
  private int unread;
  private boolean hectic;

  SeenReleases(String target) {
    this.target = target;
  }

  /** A run has seen it, and nobody knows yet which came before. */
  void seen(String release, Instant at) {
    if (!release.equals(last)) {
      last = release;
      since = at;
      runs = 0;
    }
    runs++;
    if (unread >= UNREAD_RUNS) {
      logger.info("The release of target {} can be read again: {}", target, release);
    }
    unread = 0;
  }

  /**
   * A run has seen it.
   *
   * @param known the target's markers, the newest first
   * @return the marker that this makes, if any
   */
  Optional<ReleaseMarker> seen(String release, Instant at, List<ReleaseMarker> known) {
    seen(release, at);
    Optional<ReleaseMarker> current = known.stream().findFirst();
    if (current.filter(marker -> marker.release().equals(release)).isPresent()) {
      return Optional.empty();
    }
    boolean lasting =
        runs >= LASTING_RUNS && current.filter(marker -> marker.at().isAfter(since)).isEmpty();
    return lasting || (isNew(release, known) && !tooMany(at, known))
        ? Optional.of(new ReleaseMarker(target, release, since, null))
        : Optional.empty();
  }

  /** It is logged once, and shown on the probe's page. */
  void unread(SeenRelease seen) {
    unread++;
    if (unread == UNREAD_RUNS) {
      logger.info("The release of target {} cannot be read: {}", target, seen.problem());
    }
  }

  private static boolean isNew(String release, List<ReleaseMarker> known) {
    return known.stream().noneMatch(marker -> marker.release().equals(release));
  }

  private boolean tooMany(Instant at, List<ReleaseMarker> known) {
    Instant dayBefore = at.minus(Duration.ofDays(1));
    boolean many =
        known.stream().filter(marker -> marker.at().isAfter(dayBefore)).count() >= MOST_A_DAY;
    if (many && !hectic) {
      logger.info(
          "The release of target {} has changed {} times within a day: from now on one is marked"
              + " only when {} runs in a row have seen it",
          target,
          MOST_A_DAY,
          LASTING_RUNS);
    }
    hectic = many;
    return many;
  }
}

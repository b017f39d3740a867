package io.goldenpath.settings.service;

import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.settings.mistakes.SettingKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an objective. */
public record SloReader(SettingKey at) {

  public static final String NO_OBJECTIVE = "";
  public static final Duration USUAL_TIME = Duration.ofDays(30);
  private static final Duration SHORTEST = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final BigDecimal LEAST = new BigDecimal("0.5");

  /** Takes the innermost of each key; null where no objective is written. */
  public @Nullable ServiceLevelObjective read(String objective, Duration over, GoodRuns good) {
    if (objective.equals(NO_OBJECTIVE)) {
      return null;
    }
    if (over.compareTo(SHORTEST) < 0 || over.compareTo(LONGEST) > 0) {
      at.child("over").wrongIfWritten("must be from 1d to 400d");
    }
    return ratio(at.child("objective"), objective)
        .map(ratio -> new ServiceLevelObjective(ratio, over, good))
        .orElse(null);
  }

  private static Optional<BigDecimal> ratio(SettingKey at, String written) {
    Optional<BigDecimal> ratio = parse(written);
    if (ratio.isEmpty()) {
      at.wrongIfWritten("expected a share such as 99.5%, but found '" + written + "'");
    }
    return ratio.filter(share -> isAllowed(at, share, written));
  }

  private static boolean isAllowed(SettingKey at, BigDecimal ratio, String written) {
    boolean allowed = ratio.compareTo(LEAST) >= 0 && ratio.compareTo(BigDecimal.ONE) < 0;
    if (!allowed) {
      at.wrongIfWritten("must be at least 50% and below 100%, but is " + written);
    }
    return allowed;
  }

  private static Optional<BigDecimal> parse(String written) {
    try {
      return Optional.of(
          new BigDecimal(written.strip().replaceFirst("\\s*%$", "")).movePointLeft(2));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}

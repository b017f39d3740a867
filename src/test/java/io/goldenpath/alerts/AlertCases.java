package io.goldenpath.alerts;

import static io.goldenpath.alerts.Situation.BLIP;
import static io.goldenpath.alerts.Situation.FLAPPING;
import static io.goldenpath.alerts.Situation.HOURLY;
import static io.goldenpath.alerts.Situation.MAINTENANCE;
import static io.goldenpath.alerts.Situation.REMOVED;

import java.util.List;

/** Each alert, in the order of the rules. A rule without a row here fails a test. */
final class AlertCases {

  private static final String CRITICAL = "critical";
  private static final String WARNING = "warning";
  private static final String GOLDEN_PATH = "golden-path";
  private static final String RECOVERY = "recovery";

  static final List<AlertCase> ALL =
      List.of(
          AlertCase.of("GoldenPathDown", CRITICAL, Fault.FAILS, GOLDEN_PATH, 5).alsoIn(FLAPPING),
          AlertCase.of("GoldenPathJourneyFailing", WARNING, Fault.FAILS, RECOVERY, 5)
              .alsoIn(FLAPPING),
          AlertCase.of("GoldenPathFlapping", CRITICAL, Fault.FAILS_EACH_THIRD, GOLDEN_PATH, 25)
              .neverIn(HOURLY)
              .beside("GoldenPathUnreliable"),
          AlertCase.of("GoldenPathFlapping", WARNING, Fault.FAILS_EACH_THIRD, RECOVERY, 25)
              .neverIn(HOURLY)
              .beside("GoldenPathUnreliable"),
          AlertCase.of("GoldenPathUnreliable", WARNING, Fault.FAILS_EACH_TENTH, GOLDEN_PATH, 30)
              .alsoIn(FLAPPING)
              .neverIn(HOURLY),
          AlertCase.of("GoldenPathJourneyDegraded", WARNING, Fault.DUPLICATES, RECOVERY, 10)
              .alsoIn(FLAPPING),
          AlertCase.of("GoldenPathDegraded", WARNING, Fault.DUPLICATES, GOLDEN_PATH, 10)
              .alsoIn(FLAPPING),
          AlertCase.of("GoldenPathSlow", WARNING, Fault.IS_LATE, GOLDEN_PATH, 10).alsoIn(FLAPPING),
          AlertCase.of("GoldenPathEventMissing", WARNING, Fault.OMITS, GOLDEN_PATH, 10)
              .alsoIn(FLAPPING),
          AlertCase.of("GoldenPathLeak", CRITICAL, Fault.LEAKS, GOLDEN_PATH, 2)
              .alsoIn(BLIP, FLAPPING, MAINTENANCE),
          AlertCase.of("GoldenPathIntruderAccepted", CRITICAL, Fault.ADMITS, "refusal", 2)
              .alsoIn(BLIP, FLAPPING, MAINTENANCE),
          AlertCase.of(
                  "GoldenPathCriticalFinding",
                  CRITICAL,
                  Fault.BREAKS_A_CRITICAL_RULE,
                  GOLDEN_PATH,
                  2)
              .alsoIn(BLIP, FLAPPING, MAINTENANCE)
              .beside("GoldenPathDown"),
          AlertCase.of("GoldenPathRegression", WARNING, Fault.DIFFERS, GOLDEN_PATH, 2)
              .alsoIn(FLAPPING),
          AlertCase.of("GoldenPathNotWatched", CRITICAL, Fault.IS_UNKNOWN, GOLDEN_PATH, 10),
          AlertCase.of("GoldenPathNotWatched", WARNING, Fault.IS_UNKNOWN, RECOVERY, 10),
          AlertCase.of("GoldenPathSkipped", WARNING, Fault.SKIPS, GOLDEN_PATH, 75),
          AlertCase.of("GoldenPathMonitorGone", CRITICAL, Fault.IS_GONE, GOLDEN_PATH, 13)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of("GoldenPathMonitorRestarting", WARNING, Fault.RESTARTS, GOLDEN_PATH, 45)
              .alsoIn(FLAPPING, MAINTENANCE, REMOVED)
              .beside("GoldenPathMonitorScrapeGaps"),
          AlertCase.of(
                  "GoldenPathMonitorScrapeGaps",
                  WARNING,
                  Fault.IS_MISSED_NOW_AND_THEN,
                  GOLDEN_PATH,
                  60)
              .alsoIn(FLAPPING, MAINTENANCE, REMOVED),
          AlertCase.of(
                  "GoldenPathMonitorScrapeGaps", CRITICAL, Fault.IS_MISSED_MOSTLY, GOLDEN_PATH, 16)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of("GoldenPathNoProbes", CRITICAL, Fault.HAS_NO_PROBES, GOLDEN_PATH, 12)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of("GoldenPathProbeRemoved", WARNING, Fault.CHANGES_TARGETS, GOLDEN_PATH, 35)
              .alsoIn(BLIP, FLAPPING),
          AlertCase.of("GoldenPathMonitorDuplicate", WARNING, Fault.IS_TWO, GOLDEN_PATH, 22)
              .alsoIn(FLAPPING, MAINTENANCE),
          AlertCase.of("GoldenPathMonitorFault", WARNING, Fault.BREAKS_RUNS, GOLDEN_PATH, 3)
              .alsoIn(FLAPPING)
              .beside("GoldenPathNotWatched"),
          AlertCase.of("GoldenPathMonitorStalled", WARNING, Fault.STALLS, GOLDEN_PATH, 15)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of("GoldenPathSettingsRefused", WARNING, Fault.REFUSES_SETTINGS, GOLDEN_PATH, 3)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of("GoldenPathReceiverFailing", WARNING, Fault.CANNOT_TELL, GOLDEN_PATH, 7)
              .alsoIn(MAINTENANCE, REMOVED),
          AlertCase.of(
                  "GoldenPathHistoryUnavailable", WARNING, Fault.HISTORY_IS_AWAY, GOLDEN_PATH, 12)
              .alsoIn(FLAPPING, MAINTENANCE, REMOVED),
          AlertCase.of(
                  "GoldenPathCertificateExpiring",
                  WARNING,
                  Fault.CERTIFICATE_ENDS_IN_A_WEEK,
                  GOLDEN_PATH,
                  12)
              .alsoIn(FLAPPING),
          AlertCase.of(
                  "GoldenPathCertificateExpiring",
                  CRITICAL,
                  Fault.CERTIFICATE_ENDS_TOMORROW,
                  GOLDEN_PATH,
                  12)
              .alsoIn(FLAPPING),
          AlertCase.of(
              "GoldenPathTokenExpiring", WARNING, Fault.TOKEN_ENDS_THIS_WEEK, GOLDEN_PATH, 12),
          AlertCase.of(
              "GoldenPathTokenExpiring", CRITICAL, Fault.TOKEN_ENDS_TODAY, GOLDEN_PATH, 12),
          AlertCase.of("GoldenPathErrorBudgetBurn", CRITICAL, Fault.FAILS, GOLDEN_PATH, 10)
              .alsoIn(FLAPPING)
              .neverIn(HOURLY)
              .beside("GoldenPathDown"),
          AlertCase.of("GoldenPathErrorBudgetBurn", WARNING, Fault.FAILS, GOLDEN_PATH, 10)
              .alsoIn(FLAPPING)
              .beside("GoldenPathDown"));

  private AlertCases() {}
}

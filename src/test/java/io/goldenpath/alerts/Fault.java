package io.goldenpath.alerts;

import io.goldenpath.model.finding.CauseClass;
import org.jspecify.annotations.Nullable;

/** What is wrong with a target, or with the monitor itself, while it is bad. */
enum Fault {
  FAILS("failed", "silent", "error", CauseClass.NO_ANSWER),
  FAILS_EACH_THIRD("failed", "silent", "error", CauseClass.NO_ANSWER),
  FAILS_EACH_TENTH("failed", "silent", "error", CauseClass.NO_ANSWER),
  DUPLICATES("degraded", "duplicate_event", "warning", CauseClass.EVENTS),
  IS_LATE("degraded", "late_event", "warning", CauseClass.EVENTS),
  OMITS("degraded", "missing_event", "warning", CauseClass.EVENTS),
  LEAKS("failed", "leak_content", "critical", CauseClass.LEAK),
  ADMITS("failed", "unauthorised_accepted", "critical", CauseClass.INTRUDER),
  BREAKS_A_CRITICAL_RULE("failed", "wrong_answer", "critical", CauseClass.WRONG_ANSWER),
  DIFFERS("passed", null, "", null),
  BREAKS_RUNS("broken", null, "", null),
  SKIPS("skipped", null, "", null),
  IS_UNKNOWN("none", null, "", null),
  CERTIFICATE_ENDS_IN_A_WEEK("passed", null, "", null),
  CERTIFICATE_ENDS_TOMORROW("passed", null, "", null),
  TOKEN_ENDS_THIS_WEEK("passed", null, "", null),
  TOKEN_ENDS_TODAY("passed", null, "", null),
  HISTORY_IS_AWAY("passed", null, "", null),
  CANNOT_TELL("passed", null, "", null),
  REFUSES_SETTINGS("passed", null, "", null),
  STALLS("passed", null, "", null),
  IS_GONE("passed", null, "", null),
  RESTARTS("passed", null, "", null),
  IS_MISSED_NOW_AND_THEN("passed", null, "", null),
  IS_MISSED_MOSTLY("passed", null, "", null),
  HAS_NO_PROBES("passed", null, "", null),
  CHANGES_TARGETS("passed", null, "", null),
  IS_TWO("passed", null, "", null);

  private final String outcome;
  private final @Nullable String kind;
  private final String severity;
  private final @Nullable CauseClass lost;

  Fault(String outcome, @Nullable String kind, String severity, @Nullable CauseClass lost) {
    this.outcome = outcome;
    this.kind = kind;
    this.severity = severity;
    this.lost = lost;
  }

  /** Of a run while it is bad. */
  String outcome() {
    return outcome;
  }

  @Nullable String kind() {
    return kind;
  }

  String severity() {
    return severity;
  }

  @Nullable CauseClass lost() {
    return lost;
  }

  boolean critical() {
    return severity.equals("critical");
  }

  /** Whether it strikes this run, by number. */
  boolean strikes(int run) {
    return switch (this) {
      case FAILS_EACH_THIRD -> run % 3 == 0;
      case FAILS_EACH_TENTH -> run % 10 == 0;
      case SKIPS -> run % 4 != 0;
      default -> true;
    };
  }

  /** Whether it keeps Prometheus from the monitor in this minute. */
  boolean hides(int minute) {
    return switch (this) {
      case IS_GONE -> true;
      case RESTARTS, IS_MISSED_NOW_AND_THEN -> minute % 5 == 0;
      case IS_MISSED_MOSTLY -> minute % 5 < 3;
      default -> false;
    };
  }
}

package io.goldenpath.alerts;

import io.goldenpath.model.finding.CauseClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A probe's runs, its counters since the start of the monitor, and what is believed of it. */
final class SimulatedProbe {

  private static final int UP = 0;
  private static final int DEGRADED = 1;
  private static final int DOWN = 2;

  private final Map<String, Integer> counters = new TreeMap<>();
  private final List<Integer> votes = new ArrayList<>();
  private final Fault fault;
  private int believed = UP;
  private int failures;
  private int lastRun;
  private int lastSuccess;
  private boolean succeeded = true;
  private @Nullable CauseClass lost;

  SimulatedProbe(Fault fault) {
    this.fault = fault;
    restart();
  }

  void restart() {
    counters.clear();
    for (String outcome : List.of("passed", "degraded", "failed", "broken")) {
      counters.put("goldenpath_runs_total|outcome=\"" + outcome + "\"", 0);
    }
    for (String kind : List.of("leak_content", "unauthorised_accepted")) {
      counters.put(finding(kind, "critical"), 0);
    }
    for (boolean good : List.of(true, false)) {
      counters.put("goldenpath_slo_runs_total|good=\"" + good + "\"", 0);
    }
    counters.put("goldenpath_runs_skipped_total|reason=\"budget\"", 0);
  }

  void run(int minute, boolean struck, boolean excused) {
    String outcome = struck ? fault.outcome() : "passed";
    switch (outcome) {
      case "skipped" -> count("goldenpath_runs_skipped_total|reason=\"budget\"");
      case "none" -> {}
      case "broken" -> count("goldenpath_runs_total|outcome=\"broken\"");
      default -> ended(minute, outcome, struck, excused);
    }
  }

  Map<String, Integer> counters() {
    return counters;
  }

  boolean succeeded() {
    return succeeded;
  }

  int failures() {
    return failures;
  }

  int lastRun() {
    return lastRun;
  }

  int lastSuccess() {
    return lastSuccess;
  }

  @Nullable CauseClass lost() {
    return lost;
  }

  /** Three periods without a run are too many. */
  String verdict(int minute, int interval, boolean differs) {
    if (minute - lastRun > 3 * interval) {
      return "unknown";
    }
    return switch (believed) {
      case DOWN -> "down";
      case DEGRADED -> "degraded";
      default -> differs ? "degraded" : "up";
    };
  }

  private void ended(int minute, String outcome, boolean struck, boolean excused) {
    count("goldenpath_runs_total|outcome=\"" + outcome + "\"");
    String kind = fault.kind();
    if (struck && kind != null) {
      count(finding(kind, fault.severity()));
    }
    lastRun = minute;
    if (!excused) {
      count("goldenpath_slo_runs_total|good=\"" + outcome.equals("passed") + "\"");
    }
    succeeded = !outcome.equals("failed");
    lastSuccess = succeeded ? minute : lastSuccess;
    if (!excused || fault.critical()) {
      failures = succeeded ? 0 : failures + 1;
      vote(outcome.equals("failed") ? DOWN : outcome.equals("degraded") ? DEGRADED : UP);
      lost = struck ? fault.lost() : believed == UP ? null : lost;
    }
  }

  /** Two of three make it worse, two in a row make it better; a critical finding decides alone. */
  private void vote(int vote) {
    if (vote == DOWN && fault.critical()) {
      believed = DOWN;
      votes.clear();
      return;
    }
    votes.addFirst(vote);
    List<Integer> three = votes.subList(0, Math.min(3, votes.size()));
    if (three.stream().filter(one -> one == DOWN).count() >= 2) {
      believed = DOWN;
    } else if (three.stream().filter(one -> one >= DEGRADED).count() >= 2) {
      believed = Math.max(believed, DEGRADED);
    }
    if (votes.size() >= 2 && Math.max(votes.get(0), votes.get(1)) < believed) {
      believed = Math.max(votes.get(0), votes.get(1));
      votes.clear();
    }
  }

  private void count(String counter) {
    counters.merge(counter, 1, Integer::sum);
  }

  private static String finding(String kind, String severity) {
    return "goldenpath_findings_total|kind=\"%s\",severity=\"%s\",step=\"events\""
        .formatted(kind, severity);
  }
}

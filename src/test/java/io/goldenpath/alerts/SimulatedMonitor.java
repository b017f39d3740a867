package io.goldenpath.alerts;

import io.goldenpath.model.finding.CauseClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What Prometheus gets of one monitor, a value a minute, as promtool writes it. */
final class SimulatedMonitor {

  private static final double ABSENT = Double.NaN;
  private static final double DAY = 86_400;

  private final Map<String, double[]> series = new TreeMap<>();
  private final AlertCase alert;
  private final Situation situation;
  private final SimulatedProbe probe;
  private int startedAt = -600;
  private double stalled;
  private String target = "shop";
  private int instance = 1;

  SimulatedMonitor(AlertCase alert, Situation situation) {
    this.alert = alert;
    this.situation = situation;
    this.probe = new SimulatedProbe(alert.fault());
    for (int minute = 0; minute < Situation.MINUTES; minute++) {
      pass(minute);
    }
  }

  /** Lines of promtool's input_series. */
  String text() {
    StringBuilder text = new StringBuilder();
    series.forEach((name, values) ->
        text.append(
            "      - series: '%s'%n        values: '%s'%n".formatted(name, notation(values))));
    return text.toString();
  }

  private void pass(int minute) {
    boolean bad = situation.bad(minute);
    boolean hidden = bad && alert.fault().hides(minute);
    if (situation.starts(minute) || (hidden && alert.fault() == Fault.RESTARTS)) {
      probe.restart();
      stalled = 0;
      startedAt = minute - 1;
    }
    int interval = situation.intervalMinutes();
    if (minute % interval == 0) {
      boolean struck = bad && alert.fault().strikes(minute / interval);
      probe.run(minute, struck, inMaintenance(minute));
    }
    stalled += bad && alert.fault() == Fault.STALLS ? 6 : 0;
    boolean scraped = situation.scraped(minute) && !hidden;
    if (minute >= Situation.BAD_AT || situation != Situation.EARLIER) {
      put(minute, "up", scraped ? 1 : 0);
    }
    if (scraped) {
      scrapeMonitor(minute, bad);
      if (situation.watched(minute) && !is(bad, Fault.HAS_NO_PROBES)) {
        scrapeProbe(minute, bad);
      }
    }
  }

  private boolean inMaintenance(int minute) {
    return situation == Situation.MAINTENANCE && minute >= Situation.BAD_AT - 5;
  }

  private void scrapeMonitor(int minute, boolean bad) {
    String location = "location=\"eu\"";
    put(minute, "goldenpath_build_info", 1, location, "version=\"1\"");
    put(minute, "process_start_time_seconds", startedAt * 60.0);
    put(minute, "goldenpath_stalled_seconds_total", stalled, location);
    put(minute, "goldenpath_history_available", is(bad, Fault.HISTORY_IS_AWAY) ? 0 : 1, location);
    put(
        minute,
        "goldenpath_receiver_failing",
        is(bad, Fault.CANNOT_TELL) ? 1 : 0,
        location,
        "receiver=\"oncall\"");
    put(
        minute,
        "goldenpath_config_last_reload_successful",
        is(bad, Fault.REFUSES_SETTINGS) ? 0 : 1,
        location);
  }

  private void scrapeProbe(int minute, boolean bad) {
    target = is(bad, Fault.CHANGES_TARGETS) ? "shop-" + minute / 30 : "shop";
    boolean differs = is(bad, Fault.DIFFERS);
    probe
        .counters()
        .forEach((counter, count) -> {
          String[] parts = counter.split("\\|", -1);
          if (alert.objective() || !parts[0].contains("slo")) {
            of(minute, parts[0], count, parts[1]);
          }
        });
    String verdict = probe.verdict(minute, situation.intervalMinutes(), differs);
    for (String one : List.of("up", "degraded", "down", "unknown")) {
      of(minute, "goldenpath_verdict", verdict.equals(one) ? 1 : 0, "verdict=\"" + one + "\"");
    }
    for (CauseClass lost : CauseClass.values()) {
      String label = "class=\"" + lost.name().toLowerCase(Locale.ROOT) + "\"";
      of(minute, "goldenpath_cause", probe.lost() == lost ? 1 : 0, label);
    }
    if (differs) {
      of(minute, "goldenpath_regression", 1, "kind=\"event_vanished\"", "event=\"thinking\"");
    }
    of(minute, "goldenpath_consecutive_failures", probe.failures());
    of(minute, "probe_success", probe.succeeded() ? 1 : 0);
    of(minute, "goldenpath_last_run_timestamp_seconds", probe.lastRun() * 60.0);
    of(minute, "goldenpath_last_success_timestamp_seconds", probe.lastSuccess() * 60.0);
    of(minute, "goldenpath_maintenance", inMaintenance(minute) ? 1 : 0);
    of(minute, "goldenpath_interval_seconds", situation.intervalMinutes() * 60.0);
    of(minute, "goldenpath_probe_info", 1, "interval=\"1m\"", "token=\"given\"");
    if (is(bad, Fault.IS_TWO)) {
      instance = 2;
      of(minute, "goldenpath_probe_info", 1, "interval=\"1m\"", "token=\"given\"");
      instance = 1;
    }
    of(
        minute,
        "goldenpath_certificate_expiry_timestamp_seconds",
        certificate(bad),
        "step=\"login\"");
    of(minute, "goldenpath_token_expiry_timestamp_seconds", token(bad));
    if (alert.objective()) {
      of(minute, "goldenpath_slo_objective_ratio", 0.995);
    }
  }

  private double certificate(boolean bad) {
    return is(bad, Fault.CERTIFICATE_ENDS_TOMORROW)
        ? DAY
        : is(bad, Fault.CERTIFICATE_ENDS_IN_A_WEEK) ? 7 * DAY : 90 * DAY;
  }

  private double token(boolean bad) {
    return is(bad, Fault.TOKEN_ENDS_TODAY)
        ? DAY / 2
        : is(bad, Fault.TOKEN_ENDS_THIS_WEEK) ? 3 * DAY : 90 * DAY;
  }

  private boolean is(boolean bad, Fault fault) {
    return bad && alert.fault() == fault;
  }

  private void of(int minute, String name, double value, String... labels) {
    String[] all = Arrays.copyOf(labels, labels.length + 3);
    all[labels.length] = "target=\"" + target + "\"";
    all[labels.length + 1] = "journey=\"" + alert.journey() + "\"";
    all[labels.length + 2] = "location=\"eu\"";
    put(minute, name, value, all);
  }

  private void put(int minute, String name, double value, String... labels) {
    String key =
        "%s{cluster=\"%s\",namespace=\"%s\",job=\"monitor\",instance=\"10.0.0.%d:8080\",pod=\"monitor-1\"%s}"
            .formatted(
                name,
                situation.cluster(),
                alert.namespace(),
                instance,
                labels.length == 0 ? "" : "," + String.join(",", labels));
    series.computeIfAbsent(key, _ -> nothing())[minute] = value;
  }

  private static double[] nothing() {
    double[] values = new double[Situation.MINUTES];
    Arrays.fill(values, ABSENT);
    return values;
  }

  /** Equal values in a row are written once. */
  private static String notation(double[] values) {
    StringBuilder text = new StringBuilder();
    for (int from = 0; from < values.length; ) {
      int to = from;
      while (to + 1 < values.length && Double.compare(values[to + 1], values[from]) == 0) {
        to++;
      }
      int more = to - from;
      text.append(Double.isNaN(values[from]) ? "_x" + (more + 1) : values[from] + "x" + more);
      text.append(' ');
      from = to + 1;
    }
    return text.toString().strip();
  }
}

package io.goldenpath.web.probe;

/** Series of a probe's last run; only what blackbox_exporter has too is named as there. */
enum ProbeMetric {
  SUCCESS("probe_success", "1 where the last run passed or was degraded, 0 where it failed."),
  DURATION("probe_duration_seconds", "Duration of the last run."),
  AGE("goldenpath_probe_age_seconds", "Time since the last run ended."),
  STEP(
      "goldenpath_probe_step_seconds",
      "Duration of each step that the last run walked, of the slowest user."),
  FIRST_EVENT(
      "goldenpath_probe_first_event_seconds",
      "Time from the sent message to the first agent event of the last run."),
  ANSWER(
      "goldenpath_probe_answer_seconds",
      "Time from the sent message to the answer of the last run, of the slowest user."),
  OUTCOME("goldenpath_probe_outcome", "1 for the outcome of the last run, 0 for the others."),
  CAUSE("goldenpath_probe_cause", "1 for what was wrong in the last run, 0 for what was not.");

  private final String series;
  private final String help;

  ProbeMetric(String series, String help) {
    this.series = series;
    this.help = help;
  }

  String series() {
    return series;
  }

  String help() {
    return help;
  }
}

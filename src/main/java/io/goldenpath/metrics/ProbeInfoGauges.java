package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.DurationText;

/** What a probe is set to do, as labels for joins; replaced when the settings change. */
record ProbeInfoGauges(Probe probe) {

  private static final String INFO = "goldenpath.probe.info";
  private static final String TIMEOUT = "probe.timeout.seconds";

  void publish(ProbeSeries series) {
    series.remove(INFO);
    series.remove(TIMEOUT);
    Cadence cadence = probe.cadence();
    series.gauge(
        INFO,
        "What the probe is set to do; always 1.",
        () -> 1,
        "interval",
        cadence.period().map(DurationText::setting).orElse("never"),
        "timeout",
        DurationText.setting(cadence.timeout()),
        "dialect",
        probe.target().dialect(),
        "contract",
        probe.target().contract(),
        "token",
        probe.target().access().login() instanceof Login.StaticToken ? "given" : "issued");
    series.gauge(
        TIMEOUT, "The longest that a run may take.", () -> cadence.timeout().toNanos() / 1e9);
  }
}

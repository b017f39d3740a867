package io.goldenpath.metrics;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Expiry;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the last run. Each appears with the first run that has a value for it: a restart of the
 * monitor must not look like an outage of the target.
 */
record LastRunGauges(ProbeId probe, SeriesGroup series, VerdictBoard board) {

  void finished(Run run) {
    series.gauge(MonitorMeter.LAST_RUN, run.endedAt());
    publishVerdict();
    if (run.valid()) {
      series.gauge(MonitorMeter.SUCCESS, () -> run.succeeded() ? 1 : 0);
      series.gauge(MonitorMeter.DURATION, run.duration());
      publishExpiry(run, MonitorMeter.CERTIFICATE_EXPIRY, Expiry::certificate);
      publishExpiry(run, MonitorMeter.TOKEN_EXPIRY, Expiry::token);
    }
    if (run.succeeded()) {
      series.gauge(MonitorMeter.LAST_SUCCESS, run.endedAt());
    }
  }

  private void publishVerdict() {
    series.rows(
        MonitorMeter.VERDICT,
        Arrays.stream(Verdict.values())
            .collect(
                Collectors.toMap(
                    verdict -> List.of(verdict.label()),
                    verdict -> () -> isCurrent(verdict) ? 1 : 0)));
    series.gauge(
        MonitorMeter.CONSECUTIVE_FAILURES,
        () -> board.state(probe).map(ProbeState::consecutiveFailures).orElse(0));
  }

  private boolean isCurrent(Verdict verdict) {
    return board.state(probe).filter(state -> state.verdict() == verdict).isPresent();
  }

  private void publishExpiry(
      Run run, MonitorMeter meter, Function<Expiry, @Nullable Instant> expiry) {
    run.users().stream()
        .map(UserRun::expiry)
        .map(expiry)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .ifPresent(earliest -> series.gauge(meter, earliest));
  }
}

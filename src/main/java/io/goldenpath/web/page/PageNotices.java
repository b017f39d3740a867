package io.goldenpath.web.page;

import io.goldenpath.history.recording.KeptPeriod;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.regression.RegressionBoard;
import io.goldenpath.settings.load.CurrentSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What pages say beside the probes' state. */
@Component
public record PageNotices(
    RegressionBoard regressions,
    StoreWriter writer,
    CurrentSettings settings,
    Environment environment) {

  /** Since when something is kept, where its size leaves less than the settings say. */
  public record Shortened(String what, Instant since, KeptPeriod kept) {}

  public List<Shortened> shortened() {
    return Stream.of(
            shortened("Good runs", writer.runsKept()),
            shortened("Transcripts of good runs", writer.transcriptsKept()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether others than this machine may read everything. */
  public boolean exposed() {
    return settings.settings().access().exposed(environment);
  }

  /** Why changed settings are not in force; empty where they are. */
  public Optional<CurrentSettings.Refusal> refusal() {
    return settings.refusal();
  }

  public Instant settingsSince() {
    return settings.since();
  }

  /** Whether the demo platform is what is watched. */
  public boolean demo() {
    return settings.settings().demo();
  }

  /** The release that was marked last. */
  public Optional<ReleaseMarker> newestRelease(String target) {
    return regressions.markers(target).stream().findFirst();
  }

  /** Where the run's trace is shown. */
  public Optional<String> trace(RunInfo run) {
    return settings.settings().links().trace(run);
  }

  private static Optional<Shortened> shortened(String what, KeptPeriod kept) {
    return Optional.ofNullable(kept.since()).map(since -> new Shortened(what, since, kept));
  }
}

package io.goldenpath.regression.storage;

import io.goldenpath.history.recording.StoredState;
import io.goldenpath.history.store.CompressedJson;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.regression.BaselineSnapshot;
import io.goldenpath.regression.BaselineVersion;
import io.goldenpath.regression.RegressionBoard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps baselines, open regressions and markers over a restart. A baseline that merely learned is
 * written now and again, anything else at once.
 */
public final class RegressionStorage implements StoredState {

  private static final Logger logger = LoggerFactory.getLogger(RegressionStorage.class);

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final TypeReference<BaselineSnapshot> BASELINE = new TypeReference<>() {};
  private static final int MAX_MARKERS = 1000;
  private static final Duration OLD = Duration.ofDays(14);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LEARNED = Duration.ofMinutes(5);

  private final RegressionBoard board;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private final Map<ProbeId, Written> written = new HashMap<>();
  private List<ReleaseMarker> writtenMarkers = List.of();
  private Deadline nextLook;

  /** What was last written of a baseline, and when it is due again. */
  private record Written(BaselineVersion version, Deadline again) {}

  public RegressionStorage(RegressionBoard board, InstantSource clock, Stopwatch stopwatch) {
    this.board = board;
    this.clock = clock;
    this.stopwatch = stopwatch;
    this.nextLook = Deadline.in(Duration.ZERO, stopwatch);
  }

  @Override
  public void restore(RunStore store) {
    Map<ProbeId, BaselineSnapshot> baselines = new HashMap<>();
    for (ProbeId probe : BaselineTable.probes(store)) {
      CompressedJson kept = BaselineTable.read(store, probe);
      read(probe, kept).ifPresent(baseline -> baselines.put(probe, baseline));
    }
    writtenMarkers = MarkerTable.read(store, MAX_MARKERS);
    board.restore(baselines, writtenMarkers);
  }

  @Override
  public void save(RunStore store, boolean last) {
    if (!last && !nextLook.reached(stopwatch.nanos())) {
      return;
    }
    nextLook = Deadline.in(LOOK, stopwatch);
    board
        .versions()
        .forEach((probe, version) -> {
          if (due(written.get(probe), version, last)) {
            write(store, probe, version);
          }
        });
    saveMarkers(store);
  }

  private boolean due(@Nullable Written before, BaselineVersion now, boolean last) {
    BaselineVersion known = before == null ? BaselineVersion.START : before.version();
    return now.turned(known)
        || (!now.equals(known)
            && (last || before == null || before.again().reached(stopwatch.nanos())));
  }

  private void write(RunStore store, ProbeId probe, BaselineVersion version) {
    board
        .snapshot(probe)
        .ifPresent(baseline -> {
          BaselineTable.write(store, probe, CompressedJson.of(baseline, MAPPER));
          written.put(probe, new Written(version, Deadline.in(LEARNED, stopwatch)));
        });
  }

  private void saveMarkers(RunStore store) {
    List<ReleaseMarker> markers = board.markers();
    if (!markers.equals(writtenMarkers)) {
      markers.stream()
          .filter(marker -> !writtenMarkers.contains(marker))
          .forEach(marker -> MarkerTable.add(store, marker));
      MarkerTable.deleteOld(store, clock.instant());
      writtenMarkers = markers;
    }
  }

  private Optional<BaselineSnapshot> read(ProbeId probe, CompressedJson kept) {
    try {
      BaselineSnapshot baseline = kept.read(BASELINE, MAPPER);
      Instant oldest = clock.instant().minus(OLD);
      if (baseline.newest().filter(newest -> !newest.isAfter(oldest)).isEmpty()) {
        return Optional.of(baseline);
      }
      logger.info(
          "{} is learned anew: what was learned is older than {}", probe, DurationText.of(OLD));
    } catch (RuntimeException damaged) {
      logger.warn("{} is learned anew: what was learned cannot be read", probe, damaged);
    }
    return Optional.empty();
  }
}

package io.goldenpath.verdict;

import io.goldenpath.model.probe.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Targets that were watched and are no longer, remembered for an hour. */
final class RemovedTargets {

  private static final Logger logger = LoggerFactory.getLogger(RemovedTargets.class);
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Set<String> watched = new HashSet<>();
  private final Map<String, Instant> removed = new TreeMap<>();

  void watching(List<Probe> probes, Instant now) {
    Set<String> names =
        probes.stream().map(probe -> probe.target().name()).collect(Collectors.toSet());
    for (String name : watched) {
      if (!names.contains(name)) {
        removed.put(name, now);
        logger.warn("Target '{}' is no longer in the settings and no longer watched", name);
      }
    }
    removed.keySet().removeAll(names);
    watched.clear();
    watched.addAll(names);
  }

  List<RemovedTarget> lately(Instant now) {
    removed.values().removeIf(at -> at.plus(REMEMBERED).isBefore(now));
    return removed.entrySet().stream()
        .map(target -> new RemovedTarget(target.getKey(), target.getValue()))
        .toList();
  }
}

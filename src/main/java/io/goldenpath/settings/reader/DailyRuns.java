package io.goldenpath.settings.reader;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Warns of a target that is asked very often: each run costs it an answer of its agent. */
record DailyRuns(SettingKey targets) {

  /** One a minute. */
  private static final long MOST = 1440;

  void warn(List<ProbeSetup> setups) {
    Map<String, List<Probe>> byTarget =
        setups.stream()
            .map(ProbeSetup::probe)
            .collect(
                Collectors.groupingBy(
                    probe -> probe.target().name(), TreeMap::new, Collectors.toList()));
    byTarget.forEach(this::warn);
  }

  private void warn(String target, List<Probe> probes) {
    long runs = sum(probes, DailyRuns::runs);
    if (runs > MOST) {
      targets
          .child(target)
          .warn(
              String.format(
                  Locale.ROOT,
                  "is asked %,d times a day or more, in %,d runs: each answer of its agent has its"
                      + " price; a longer 'every' makes them fewer",
                  sum(probes, probe -> runs(probe) * probe.script().spec().askers()),
                  runs));
    }
  }

  private static long runs(Probe probe) {
    return probe.cadence().runsADay();
  }

  private static long sum(List<Probe> probes, ToLongFunction<Probe> of) {
    return probes.stream().mapToLong(of).sum();
  }
}

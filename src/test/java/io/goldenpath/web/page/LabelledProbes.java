package io.goldenpath.web.page;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Probes of targets that have labels. */
public final class LabelledProbes {

  private static final List<String> TEAMS = List.of("search", "support", "billing");

  private LabelledProbes() {}

  public static Probe labelled(Probe probe, String team) {
    Target target = probe.target();
    return new Probe(
        new Target(
            target.name(),
            target.access(),
            target.users(),
            target.dialect(),
            target.contract(),
            target.rateLimits(),
            new TreeMap<>(Map.of("team", team))),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }

  public static List<Probe> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            labelled(SampleRuns.probe("tenant-%03d".formatted(i)), TEAMS.get(i % TEAMS.size())))
        .toList();
  }
}

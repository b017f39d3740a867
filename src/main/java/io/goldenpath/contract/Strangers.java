package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.WRONG_RUN;

import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Events that came to us and are not our run's. They are a finding of their own, so what is missing
 * because of them is no second one.
 */
final class Strangers {

  private static final int BOUND = 1_000;

  private final Map<AgentEvent.Ids, List<Stranger>> byRun = new LinkedHashMap<>();
  private final List<Excuse> excuses = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private record Excuse(String name, PairKey key) {}

  private record Stranger(String name, int frame, long nanos) {}

  /** An event of another run. */
  void event(Seen seen) {
    excuse(seen.name(), seen.key());
    failure(seen.event().ids(), seen.name(), seen.frame(), seen.nanos());
  }

  /** An agent of another run failed. */
  void failure(AgentEvent.Ids ids, String name, int frame, long nanos) {
    if (byRun.size() < BOUND || byRun.containsKey(ids)) {
      List<Stranger> same = byRun.computeIfAbsent(ids, _ -> new ArrayList<>());
      if (same.size() < BOUND) {
        same.add(new Stranger(name, frame, nanos));
      }
    }
  }

  /** An event that is reported as something else already. */
  void excuse(String name, PairKey key) {
    names.add(name);
    if (excuses.size() < BOUND) {
      excuses.add(new Excuse(name, key));
    }
  }

  boolean excuse(String name) {
    return names.contains(name);
  }

  boolean excuse(Pair pair, PairKey key) {
    return excuses.stream().anyMatch(excuse -> pair.has(excuse.name()) && excuse.key().fits(key));
  }

  /** One finding for each run that is not ours. */
  void report(Docket docket) {
    byRun.forEach((ids, events) -> {
      String names =
          events.stream().map(Stranger::name).distinct().limit(8).collect(Collectors.joining(", "));
      String whose =
          ids.run() == null
              ? "thread " + Words.line(Objects.requireNonNullElse(ids.thread(), "unknown"))
              : "run " + Words.line(ids.run());
      String what = events.size() == 1 ? "An event" : events.size() + " events";
      docket.add(
          WRONG_RUN,
          Step.EVENTS,
          events.getFirst().nanos(),
          new Words(
              "events of our own run",
              names + " of " + whose,
              "%s of another run came on our connection (%s): %s".formatted(what, whose, names)),
          events.stream().mapToInt(Stranger::frame).toArray());
    });
  }
}

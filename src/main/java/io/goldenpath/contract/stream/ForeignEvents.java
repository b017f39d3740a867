package io.goldenpath.contract.stream;

import static io.goldenpath.model.finding.FindingKind.WRONG_RUN;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Occurrence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Events of other runs; what is missing because of them is no second finding. */
public final class ForeignEvents {

  private static final int BOUND = 1_000;

  private final Map<AgentEvent.Ids, List<ForeignEvent>> byRun = new LinkedHashMap<>();
  private final List<Suppression> suppressions = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private record Suppression(String name, PairKey key) {}

  private record ForeignEvent(String name, int frame, long nanos) implements Occurrence {}

  void addEvent(TimedEvent event) {
    suppress(event);
    addFailure(event.event().ids(), event.name(), event.frame(), event.nanos());
  }

  void addFailure(AgentEvent.Ids ids, String name, int frame, long nanos) {
    if (byRun.size() < BOUND || byRun.containsKey(ids)) {
      List<ForeignEvent> same = byRun.computeIfAbsent(ids, _ -> new ArrayList<>());
      if (same.size() < BOUND) {
        same.add(new ForeignEvent(name, frame, nanos));
      }
    }
  }

  /** For an event that another finding covers. */
  void suppress(TimedEvent event) {
    names.add(event.name());
    event.pairKeys().values().stream()
        .flatMap(List::stream)
        .forEach(key -> suppress(event.name(), key));
  }

  void suppress(String name, PairKey key) {
    names.add(name);
    if (suppressions.size() < BOUND) {
      suppressions.add(new Suppression(name, key));
    }
  }

  public boolean suppresses(String name) {
    return names.contains(name);
  }

  public boolean suppresses(EventPair pair, PairKey key) {
    return suppressions.stream()
        .anyMatch(suppression -> pair.has(suppression.name()) && suppression.key().matches(key));
  }

  /** One finding for each foreign run. */
  public void report(Findings findings) {
    byRun.forEach((ids, events) -> {
      String names =
          events.stream()
              .map(ForeignEvent::name)
              .distinct()
              .limit(8)
              .collect(Collectors.joining(", "));
      String whose =
          ids.run() == null
              ? "thread " + Excerpt.of(Objects.requireNonNullElse(ids.thread(), "unknown"))
              : "run " + Excerpt.of(ids.run());
      String what = events.size() == 1 ? "An event" : events.size() + " events";
      findings
          .of(WRONG_RUN)
          .at(events.getFirst().nanos())
          .frames(events.stream().mapToInt(ForeignEvent::frame).toArray())
          .contrast("events of our own run", names + " of " + whose)
          .says("%s of another run came on our connection (%s): %s", what, whose, names);
    });
  }
}

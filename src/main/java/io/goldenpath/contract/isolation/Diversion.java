package io.goldenpath.contract.isolation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Diversion of events from the victim to the recipient, and the findings that it explains. */
record Diversion(int victim, int recipient, List<LeakedFrame> leaks, List<Finding> consequences) {

  private record Direction(int victim, int recipient) {}

  static List<Diversion> find(List<LeakedFrame> leaks, UserGroup group, RunOwnership ownership) {
    Map<Integer, Set<String>> known = new HashMap<>();
    Map<Direction, List<LeakedFrame>> directions = new LinkedHashMap<>();
    for (LeakedFrame leak : leaks) {
      AgentEvent event = leak.frame().event();
      if (event != null
          && leak.isWholeFrame(ownership)
          && !known
              .computeIfAbsent(leak.owner(), owner -> fingerprints(group.user(owner)))
              .contains(event.fingerprint())) {
        directions
            .computeIfAbsent(new Direction(leak.owner(), leak.recipient()), _ -> new ArrayList<>())
            .add(leak);
      }
    }
    return directions.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), group))
        .filter(diversion -> !diversion.consequences().isEmpty())
        .toList();
  }

  private static Diversion of(Direction direction, List<LeakedFrame> diverted, UserGroup group) {
    List<Finding> consequences =
        group.user(direction.victim()).findings().stream()
            .filter(finding -> isConsequence(finding, diverted))
            .toList();
    return new Diversion(direction.victim(), direction.recipient(), diverted, consequences);
  }

  Step step() {
    return consequences.stream().allMatch(consequence -> consequence.step() == Step.ANSWER)
        ? Step.ANSWER
        : Step.EVENTS;
  }

  private static Set<String> fingerprints(UserFrameLog owner) {
    return owner.received().stream()
        .map(ReceivedFrame::event)
        .flatMap(Stream::ofNullable)
        .map(AgentEvent::fingerprint)
        .collect(Collectors.toSet());
  }

  private static boolean isConsequence(Finding finding, List<LeakedFrame> diverted) {
    return switch (finding.kind()) {
      case SILENT, STALLED, NOT_UNDERSTOOD -> true;
      case TIMED_OUT -> finding.step() == Step.EVENTS;
      case MISSING_EVENT, UNPAIRED_TOOL ->
          diverted.stream()
              .flatMap(leak -> leak.frame().label().stream())
              .anyMatch(name -> name.equals(finding.event()));
      case WRONG_ANSWER, EMPTY_ANSWER, ERROR_ANSWER ->
          diverted.stream().anyMatch(Diversion::hasAnswer);
      default -> false;
    };
  }

  private static boolean hasAnswer(LeakedFrame leak) {
    AgentEvent event = leak.frame().event();
    return event != null && !event.body().text().isBlank();
  }
}

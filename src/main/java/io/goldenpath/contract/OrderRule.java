package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.MISSING_EVENT;
import static io.goldenpath.probe.FindingKind.OUT_OF_ORDER;
import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.probe.FindingKind.UNPAIRED_TOOL;

import io.goldenpath.probe.Step;
import io.goldenpath.probe.ToolUse;
import java.util.List;
import java.util.stream.Collectors;

/** Are all required events there, in the contract's order, and every tool paired? */
final class OrderRule {

  private final Contract contract;
  private final Docket docket;

  OrderRule(Contract contract, Docket docket) {
    this.contract = contract;
    this.docket = docket;
  }

  void missing(Course course, ToolUse use, long sent, long now) {
    for (String event : contract.required(use)) {
      if (course.first(event).isEmpty()) {
        docket.add(
            MISSING_EVENT,
            Step.EVENTS,
            now,
            event,
            names(course),
            "%s never came: the run ended after %s with %s"
                .formatted(event, Docket.since(sent, now), names(course)),
            course.terminal().map(Seen::frame).stream().toArray(Integer[]::new));
      }
    }
  }

  void forbidden(Course course, ToolUse use) {
    if (use == ToolUse.FORBIDDEN) {
      course
          .first(contract.tools().opens())
          .ifPresent(seen ->
              docket.add(
                  UNEXPECTED_EVENT,
                  Step.EVENTS,
                  seen.nanos(),
                  "no tool for this question",
                  "tool " + seen.event().tool(),
                  "The agent used the tool %s for a question that needs none"
                      .formatted(seen.event().tool()),
                  seen.frame()));
    }
  }

  void order(Course course) {
    List<Seen> arrived =
        contract.path().stream()
            .filter(event -> !event.equals(contract.terminal()))
            .flatMap(event -> course.first(event).stream())
            .toList();
    for (int i = 1; i < arrived.size(); i++) {
      Seen before = arrived.get(i - 1);
      Seen after = arrived.get(i);
      boolean pair =
          before.name().equals(contract.tools().opens())
              && after.name().equals(contract.tools().closes());
      if (before.frame() > after.frame() && !pair) {
        swapped(before, after);
      }
    }
  }

  /** A completion came before its announcement. */
  void swapped(Seen before, Seen after) {
    docket.add(
        OUT_OF_ORDER,
        Step.EVENTS,
        before.nanos(),
        before.name() + " before " + after.name(),
        after.name() + " first, by " + Docket.since(after.nanos(), before.nanos()),
        "Wrong order: %s came %s before %s"
            .formatted(after.name(), Docket.since(after.nanos(), before.nanos()), before.name()),
        after.frame(),
        before.frame());
  }

  void unpaired(ToolPairs tools, long now) {
    for (Seen seen : tools.orphans()) {
      docket.add(
          UNPAIRED_TOOL,
          Step.EVENTS,
          seen.nanos(),
          contract.tools().opens() + " of " + seen.event().tool(),
          contract.tools().closes() + " alone",
          "The tool %s was reported as completed, but was never announced"
              .formatted(seen.event().tool()),
          seen.frame());
    }
    for (Seen seen : tools.open()) {
      docket.add(
          UNPAIRED_TOOL,
          Step.EVENTS,
          now,
          contract.tools().closes() + " of " + seen.event().tool(),
          contract.tools().opens() + " alone",
          "The tool %s was announced, but its end was never reported"
              .formatted(seen.event().tool()),
          seen.frame());
    }
  }

  private static String names(Course course) {
    String names =
        course.events().stream()
            .map(Seen::name)
            .distinct()
            .limit(12)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "no event" : names;
  }
}

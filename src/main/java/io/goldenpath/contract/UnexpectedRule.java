package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.ToolUse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Did anything come that the contract forbids, or that nobody knows? */
final class UnexpectedRule implements Rule {

  private static final int BOUND = 50;

  private final Contract contract;
  private final ToolUse use;
  private final Map<String, Sighting> strange = new LinkedHashMap<>();

  UnexpectedRule(Contract contract, ToolUse use) {
    this.contract = contract;
    this.use = use;
  }

  private record Sighting(String name, int frame, long nanos) {}

  /** A frame came that no dialect knows. */
  void frame(String type, int frame, long nanos) {
    if (strange.size() < BOUND) {
      strange.putIfAbsent(type, new Sighting(type, frame, nanos));
    }
  }

  @Override
  public void judge(Course course, Docket docket) {
    course
        .all()
        .filter(seen -> !contract.knows(seen.name()))
        .forEach(seen -> frame(seen.name(), seen.frame(), seen.nanos()));
    strange.values().forEach(sighting -> strange(sighting, docket));
    if (use == ToolUse.FORBIDDEN) {
      course.first(contract.flow().tools().opens()).ifPresent(tool -> tool(tool, docket));
    }
  }

  private void strange(Sighting sighting, Docket docket) {
    String name =
        Words.line(sighting.name().isEmpty() ? "a frame without a type" : sighting.name());
    if (contract.rigour().forbidden().contains(sighting.name())) {
      add(
          docket,
          Severity.WARNING,
          sighting,
          "no " + name,
          name,
          "The contract forbids %s, and it came".formatted(name));
    } else if (contract.rigour().unknown() != Contract.Unknown.IGNORE) {
      boolean fail = contract.rigour().unknown() == Contract.Unknown.FAIL;
      add(
          docket,
          fail ? Severity.ERROR : Severity.WARNING,
          sighting,
          "what the contract knows",
          name,
          "The platform sent %s, which the contract does not know".formatted(name));
    }
  }

  private static void tool(Seen tool, Docket docket) {
    String name = String.valueOf(tool.event().tool());
    add(
        docket,
        Severity.WARNING,
        new Sighting(name, tool.frame(), tool.nanos()),
        "no tool for this question",
        "tool " + name,
        "The agent used the tool %s for a question that needs none".formatted(Words.line(name)));
  }

  private static void add(
      Docket docket, Severity severity, Sighting at, String expected, String seen, String message) {
    docket.add(
        UNEXPECTED_EVENT,
        severity,
        Step.EVENTS,
        at.nanos(),
        new Words(expected, seen, message),
        at.frame());
  }
}

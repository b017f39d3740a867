package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ToolUse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Did anything come that the contract forbids, or that nobody knows? */
final class UnexpectedEventRule implements Rule {

  private static final int BOUND = 50;

  private final Contract contract;
  private final ToolUse toolUse;
  private final Map<String, Occurrence> occurrences = new LinkedHashMap<>();

  UnexpectedEventRule(Contract contract, ToolUse use) {
    this.contract = contract;
    this.toolUse = use;
  }

  private record Occurrence(String name, int frame, long nanos) {}

  /** A frame came that no dialect knows. */
  void frame(String type, int frame, long nanos) {
    if (occurrences.size() < BOUND) {
      occurrences.putIfAbsent(type, new Occurrence(type, frame, nanos));
    }
  }

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.all()
        .filter(event -> !contract.knows(event.name()))
        .forEach(event -> frame(event.name(), event.frame(), event.nanos()));
    occurrences.values().forEach(occurrence -> reportUnknown(occurrence, findings));
    if (toolUse == ToolUse.FORBIDDEN) {
      run.first(contract.flow().tools().opens()).ifPresent(tool -> reportTool(tool, findings));
    }
  }

  private void reportUnknown(Occurrence occurrence, Findings findings) {
    String name =
        FindingText.excerpt(
            occurrence.name().isEmpty() ? "a frame without a type" : occurrence.name());
    if (contract.strictness().forbidden().contains(occurrence.name())) {
      add(
          findings,
          Severity.WARNING,
          occurrence,
          "no " + name,
          name,
          "The contract forbids %s, and it came".formatted(name));
    } else if (contract.strictness().unknownPolicy() != Contract.UnknownPolicy.IGNORE) {
      boolean fail = contract.strictness().unknownPolicy() == Contract.UnknownPolicy.FAIL;
      add(
          findings,
          fail ? Severity.ERROR : Severity.WARNING,
          occurrence,
          "what the contract knows",
          name,
          "The platform sent %s, which the contract does not know".formatted(name));
    }
  }

  private static void reportTool(TimedEvent tool, Findings findings) {
    String name = String.valueOf(tool.event().tool());
    add(
        findings,
        Severity.WARNING,
        new Occurrence(name, tool.frame(), tool.nanos()),
        "no tool for this question",
        "tool " + name,
        "The agent used the tool %s for a question that needs none"
            .formatted(FindingText.excerpt(name)));
  }

  private static void add(
      Findings findings,
      Severity severity,
      Occurrence at,
      String expected,
      String seen,
      String message) {
    findings.add(
        UNEXPECTED_EVENT,
        severity,
        Step.EVENTS,
        at.nanos(),
        new FindingText(expected, seen, message),
        at.frame());
  }
}

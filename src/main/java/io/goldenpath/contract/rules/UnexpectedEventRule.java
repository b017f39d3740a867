package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Occurrence;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.ToolUse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports events and frames that the contract forbids or does not know. */
final class UnexpectedEventRule implements Rule {

  private static final int BOUND = 50;

  private final Contract contract;
  private final ToolUse toolUse;
  private final Map<String, Occurrence> occurrences = new LinkedHashMap<>();

  UnexpectedEventRule(Contract contract, ToolUse use) {
    this.contract = contract;
    this.toolUse = use;
  }

  private record Unknown(String name, int frame, long nanos) implements Occurrence {}

  /** For frames that the dialect does not know. */
  void frame(String type, int frame, long nanos) {
    if (occurrences.size() < BOUND) {
      occurrences.putIfAbsent(type, new Unknown(Excerpt.of(type), frame, nanos));
    }
  }

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.all()
        .filter(event -> !contract.knows(event.name()))
        .forEach(event -> frame(event.name(), event.frame(), event.nanos()));
    occurrences.forEach((name, occurrence) -> reportUnknown(name, occurrence, findings));
    if (toolUse == ToolUse.FORBIDDEN) {
      run.first(contract.flow().tools().opens()).ifPresent(tool -> reportTool(tool, findings));
    }
  }

  private void reportUnknown(String type, Occurrence occurrence, Findings findings) {
    String name = type.isEmpty() ? "a frame without a type" : occurrence.name();
    FindingDraft draft =
        findings.of(UNEXPECTED_EVENT, occurrence).about(type.isEmpty() ? null : name).seen(name);
    Contract.Strictness strictness = contract.strictness();
    if (strictness.forbidden().contains(type)) {
      draft.expected("no " + name).says("The contract forbids %s, and it came", name);
    } else if (strictness.unknownPolicy() != Contract.UnknownPolicy.IGNORE) {
      boolean fails = strictness.unknownPolicy() == Contract.UnknownPolicy.FAIL;
      draft
          .as(fails ? Severity.ERROR : Severity.WARNING)
          .expected("what the contract knows")
          .says("The platform sent %s, which the contract does not know", name);
    }
  }

  private static void reportTool(TimedEvent opened, Findings findings) {
    String tool = String.valueOf(opened.event().tool());
    findings
        .of(UNEXPECTED_EVENT, opened)
        .contrast("no tool for this question", "tool " + tool)
        .says("The agent used the tool %s for a question that needs none", Excerpt.of(tool));
  }
}

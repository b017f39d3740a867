package io.goldenpath.contract.rules;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.ReceivedEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.probe.ToolUse;
import java.util.List;

/** All rules that a run is held against, in the order in which they speak. */
final class RuleSet {

  private final RunExpectations expectations;
  private final SequenceNumberRule sequence;
  private final UnexpectedEventRule unexpected;

  RuleSet(RunExpectations expectations) {
    this.expectations = expectations;
    this.sequence = new SequenceNumberRule(expectations.contract().strictness().sequence());
    this.unexpected =
        new UnexpectedEventRule(expectations.contract(), expectations.script().tools());
  }

  /** Some rules look at every frame, whoever it belongs to. */
  void frame(DecodedFrame decoded, int number, long nanos) {
    sequence.frame(decoded.fields(), number, nanos);
    if (decoded.content() instanceof FrameContent.Unknown(String type)) {
      unexpected.frame(type, number, nanos);
    }
  }

  void judge(ReceivedEvents received, Findings findings) {
    ForeignEvents foreign = received.foreignEvents();
    foreign.report(findings);
    rules(foreign, received).forEach(rule -> rule.judge(received.runEvents(), findings));
  }

  private List<Rule> rules(ForeignEvents foreign, ReceivedEvents received) {
    Contract contract = expectations.contract();
    Question question = expectations.question();
    ToolUse use = expectations.script().tools();
    FabricationRule fabrication = new FabricationRule(contract.fabricationSigns(), question);
    FrameFields end =
        received
            .runEvents()
            .terminal()
            .map(TimedEvent::frame)
            .map(received::fields)
            .orElse(FrameFields.NONE);
    return List.of(
        new EventCountRule(contract, use, foreign),
        new OrderRule(contract),
        new PairRule(contract, foreign),
        new DuplicateRule(),
        new AfterTerminalRule(contract, expectations.script().listen()),
        new EventLatencyRule(contract, expectations.limits(), received.outage()),
        new BurstRule(contract.fabricationSigns().minSpread()),
        new FieldRule(),
        sequence,
        unexpected,
        fabrication,
        new AnswerRule(question, fabrication, contract.conditions(), end),
        new AnswerLatencyRule(expectations.limits().answer(), received.outage()));
  }
}

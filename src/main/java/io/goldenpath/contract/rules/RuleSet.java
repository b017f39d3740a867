package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.ReceivedEvents;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.Stalls;
import java.util.List;

/** All rules that a run is held against, in the order in which they report. */
final class RuleSet {

  private final RunExpectations expectations;
  private final Stalls stalls;
  private final SequenceNumberRule sequence;
  private final UnexpectedEventRule unexpected;

  RuleSet(RunExpectations expectations, SequenceNumberRule sequence, Stalls stalls) {
    this.expectations = expectations;
    this.stalls = stalls;
    this.sequence = sequence;
    this.unexpected =
        new UnexpectedEventRule(expectations.contract(), expectations.script().tools());
  }

  /** Called for every frame, even one of another user. */
  void frame(DecodedFrame decoded, int number, long nanos) {
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
    OrderRules order = new OrderRules(contract, foreign, expectations.script().listen());
    LatencyRules latency = new LatencyRules(expectations, received.outage(), stalls);
    FabricationRule fabrication = new FabricationRule(contract, question);
    Rule.OfEnd burst = latency::burst;
    Rule.OfEnd answerLatency = latency::answer;
    return List.of(
        new EventCountRule(contract, expectations.script().tools(), foreign),
        order::order,
        order::pairs,
        OrderRules::duplicates,
        order::afterTerminal,
        latency::events,
        burst,
        RuleSet::malformedEvents,
        sequence,
        unexpected,
        fabrication,
        new AnswerRule(question, fabrication, contract.conditions(), received.terminalFields()),
        answerLatency);
  }

  private static void malformedEvents(RunEvents run, Findings findings) {
    run.all()
        .filter(event -> event.fieldProblem() != null)
        .forEach(event ->
            findings
                .of(MALFORMED_EVENT, event)
                .contrast("a well-formed " + event.name(), String.valueOf(event.fieldProblem()))
                .says("%s is malformed: %s", event.name(), event.fieldProblem()));
  }
}

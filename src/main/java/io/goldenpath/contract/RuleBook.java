package io.goldenpath.contract;

import io.goldenpath.probe.ToolUse;
import java.util.List;

/** All rules that a run is held against, in the order in which they speak. */
final class RuleBook {

  private final Promise promise;
  private final SequenceRule sequence;
  private final UnexpectedRule unexpected;

  RuleBook(Promise promise) {
    this.promise = promise;
    this.sequence = new SequenceRule(promise.contract().rigour().sequence());
    this.unexpected = new UnexpectedRule(promise.contract(), promise.plan().tools());
  }

  /** Some rules look at every frame, whoever it belongs to. */
  void frame(Heard heard, int number, long nanos) {
    sequence.frame(heard.fields(), number, nanos);
    if (heard.reading() instanceof Reading.Unknown(String type)) {
      unexpected.frame(type, number, nanos);
    }
  }

  void judge(Hearing hearing, Docket docket) {
    Strangers strangers = hearing.strangers();
    strangers.report(docket);
    rules(strangers, hearing).forEach(rule -> rule.judge(hearing.course(), docket));
  }

  private List<Rule> rules(Strangers strangers, Hearing hearing) {
    Contract contract = promise.contract();
    Question question = promise.question();
    ToolUse use = promise.plan().tools();
    AuthenticityRule authenticity = new AuthenticityRule(contract.signs(), question);
    Fields end =
        hearing.course().terminal().map(Seen::frame).map(hearing::fields).orElse(Fields.NONE);
    return List.of(
        new MissingRule(contract, use, strangers),
        new OrderRule(contract),
        new PairRule(contract, strangers),
        new DuplicateRule(),
        new AfterTerminalRule(contract, promise.plan().listen()),
        new PaceRule(contract, promise.limits(), hearing.outage()),
        new BurstRule(contract.signs().spread()),
        new FieldRule(),
        sequence,
        unexpected,
        authenticity,
        new AnswerRule(question, authenticity, contract.conditions(), end),
        new TotalRule(promise.limits().answer(), hearing.outage()));
  }
}

package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.OUT_OF_ORDER;

import io.goldenpath.probe.Step;

/** Did the first event of each kind come in the contract's order? */
record OrderRule(Contract contract) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    for (Order.Step step : contract.flow().order().steps(course.names())) {
      Seen before = course.first(step.before()).orElseThrow();
      Seen after = course.first(step.after()).orElseThrow();
      if (before.frame() > after.frame() && !judgedElsewhere(step)) {
        swapped(before, after, docket);
      }
    }
  }

  static void swapped(Seen before, Seen after, Docket docket) {
    String lead = Words.since(after.nanos(), before.nanos());
    docket.add(
        OUT_OF_ORDER,
        Step.EVENTS,
        before.nanos(),
        new Words(
            before.name() + " before " + after.name(),
            after.name() + " first, by " + lead,
            "Wrong order: %s came %s before %s".formatted(after.name(), lead, before.name())),
        after.frame(),
        before.frame());
  }

  /** The two ends of a pair are compared key by key, and the terminal event by what follows it. */
  private boolean judgedElsewhere(Order.Step step) {
    return step.after().equals(contract.flow().terminal())
        || contract.flow().allPairs().stream()
            .anyMatch(
                pair -> pair.opens().equals(step.before()) && pair.closes().equals(step.after()));
  }
}

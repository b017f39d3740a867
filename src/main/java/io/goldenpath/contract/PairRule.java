package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.UNPAIRED_TOOL;

import io.goldenpath.probe.Step;

/** Was everything announced that was completed, and completed that was announced, in that order? */
record PairRule(Contract contract, Strangers strangers) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    for (Pair pair : contract.flow().allPairs()) {
      Pairs pairs = Pairs.of(pair, course);
      pairs.swapped().forEach(both -> OrderRule.swapped(both.opened(), both.closed(), docket));
      for (Seen orphan : pairs.orphans()) {
        if (!strangers.excuse(pair, orphan.key())) {
          orphan(pair, orphan, docket);
        }
      }
      course.terminal().ifPresent(terminal -> open(pairs, terminal, docket));
    }
  }

  private void open(Pairs pairs, Seen terminal, Docket docket) {
    for (Seen open : pairs.open()) {
      if (!strangers.excuse(pairs.pair(), open.key())) {
        docket.add(
            UNPAIRED_TOOL,
            Step.EVENTS,
            terminal.nanos(),
            new Words(
                pairs.pair().closes() + " of " + subject(open),
                pairs.pair().opens() + " alone",
                "%s was announced (%s), but its end was never reported (no %s)"
                    .formatted(named(open), pairs.pair().opens(), pairs.pair().closes())),
            open.frame());
      }
    }
  }

  private static void orphan(Pair pair, Seen orphan, Docket docket) {
    docket.add(
        UNPAIRED_TOOL,
        Step.EVENTS,
        orphan.nanos(),
        new Words(
            pair.opens() + " of " + subject(orphan),
            pair.closes() + " alone",
            "%s was reported as completed (%s), but was never announced (no %s)"
                .formatted(named(orphan), pair.closes(), pair.opens())),
        orphan.frame());
  }

  private static String named(Seen seen) {
    return seen.event().tool() == null ? seen.name() : "The tool " + subject(seen);
  }

  private static String subject(Seen seen) {
    String tool = seen.event().tool();
    return tool == null ? seen.name() : Words.line(tool);
  }
}

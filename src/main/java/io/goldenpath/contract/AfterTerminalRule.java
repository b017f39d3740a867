package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.probe.FindingKind.DUPLICATE_EVENT;

import io.goldenpath.probe.Step;
import java.time.Duration;

/** Was the run over when it said so? */
record AfterTerminalRule(Contract contract, Duration listen) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    course
        .terminal()
        .ifPresent(terminal ->
            course.late().stream()
                .filter(late -> late.nanos() - terminal.nanos() <= listen.toNanos())
                .filter(late -> contract.knows(late.name()))
                .forEach(late -> late(course, terminal, late, docket)));
  }

  private static void late(Course course, Seen terminal, Seen late, Docket docket) {
    String after = Words.since(terminal.nanos(), late.nanos());
    if (course.ends(late)) {
      docket.add(
          DUPLICATE_EVENT,
          Step.EVENTS,
          late.nanos(),
          new Words(
              "one " + late.name(),
              "a second",
              "The run ended twice: a second, different %s came %s after the first"
                  .formatted(late.name(), after)),
          terminal.frame(),
          late.frame());
    } else {
      docket.add(
          AFTER_TERMINAL,
          Step.EVENTS,
          late.nanos(),
          new Words(
              "nothing after " + terminal.name(),
              late.name(),
              "%s came %s after the run had ended with %s"
                  .formatted(late.name(), after, terminal.name())),
          terminal.frame(),
          late.frame());
    }
  }
}

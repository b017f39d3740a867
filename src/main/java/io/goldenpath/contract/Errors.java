package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.AUTH_REFUSED;
import static io.goldenpath.probe.FindingKind.ERROR_EVENT;
import static io.goldenpath.probe.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.probe.FindingKind.SHED;

import io.goldenpath.probe.Ending;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.List;

/** What the platform itself reports: what each report is called is known when the run is over. */
final class Errors {

  private static final int BOUND = 50;

  private final Docket docket;
  private final List<Reported> reported = new ArrayList<>();

  Errors(Docket docket) {
    this.docket = docket;
  }

  void add(Reading.Failure failure, Step step, int frame, long nanos) {
    switch (failure.blame()) {
      case AUTH ->
          report(AUTH_REFUSED, step, "The platform refuses our user", failure, frame, nanos);
      case OVERLOAD ->
          report(SHED, step, "The platform says to come back later", failure, frame, nanos);
      case MESSAGE, AGENT, PLATFORM -> {
        if (reported.size() < BOUND) {
          reported.add(new Reported(failure, step, frame, nanos));
        }
      }
    }
  }

  boolean any() {
    return !reported.isEmpty() || docket.has(AUTH_REFUSED, SHED);
  }

  boolean anyIn(Step step) {
    return reported.stream().anyMatch(error -> error.step() == step);
  }

  /** The connection ended; a close that only repeats a refusal is its shadow. */
  void ended(Ending ending, Step step, String when, long nanos) {
    FindingKind kind = EndingWords.kind(ending);
    boolean shadow = docket.has(AUTH_REFUSED, SHED) && ending instanceof Ending.CloseFrame;
    if (shadow) {
      return;
    }
    String message =
        switch (kind) {
          case AUTH_REFUSED -> "The platform refuses our user: the connection was ";
          case SHED -> "The platform says to come back later: the connection was ";
          default -> "The connection was lost " + when + ": ";
        };
    docket.add(
        kind,
        step,
        nanos,
        "an open connection",
        EndingWords.describe(ending),
        message + EndingWords.describe(ending));
  }

  /** Says of each report what it was, now that the end is known. */
  void settle(boolean endedWell, boolean began) {
    for (Reported error : reported) {
      if (error.failure().blame() == Reading.Blame.MESSAGE
          && !began
          && error.step() != Step.WELCOME) {
        report(
            NOT_UNDERSTOOD,
            Step.SEND,
            "The platform does not understand our message",
            error.failure(),
            error.frame(),
            error.nanos());
      } else {
        docket.add(
            ERROR_EVENT,
            endedWell ? Severity.WARNING : Severity.ERROR,
            error.step(),
            error.nanos(),
            "no error",
            error.failure().text(),
            what(error.failure()) + ": " + error.failure().text(),
            List.of(error.frame()));
      }
    }
    reported.clear();
  }

  private static String what(Reading.Failure failure) {
    return failure.blame() == Reading.Blame.AGENT
        ? "The agent " + (failure.agent() == null ? "" : failure.agent() + " ") + "failed"
        : "The platform reports an error";
  }

  private void report(
      FindingKind kind, Step step, String what, Reading.Failure failure, int frame, long nanos) {
    docket.add(
        kind, step, nanos, "no refusal", failure.text(), what + ": " + failure.text(), frame);
  }

  private record Reported(Reading.Failure failure, Step step, int frame, long nanos) {}
}

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
import org.jspecify.annotations.Nullable;

/** What the platform itself reports: what each report is called is known when the run is over. */
final class Errors {

  private static final int BOUND = 50;

  private final Docket docket;
  private final List<Reported> reported = new ArrayList<>();
  private int survived;
  private @Nullable Claim claim;

  Errors(Docket docket) {
    this.docket = docket;
  }

  void add(Reading.Failure failure, Step step, int frame, long nanos) {
    if (reported.size() < BOUND) {
      reported.add(new Reported(failure, step, frame, nanos));
    }
  }

  /** The platform says something of the connection, which its end may prove wrong. */
  void claimed(@Nullable String text, int frame) {
    claim = text == null ? claim : new Claim(text, frame);
  }

  /** Things went on: what was reported so far ended nothing. */
  void survived() {
    survived = reported.size();
    claim = null;
  }

  /** Whether the last thing that happened was an error, which is then why nothing else did. */
  boolean last() {
    return survived < reported.size();
  }

  /** The connection ended; an end that only repeats a refusal is its shadow. */
  void ended(Ending ending, Step step, String when, long nanos) {
    boolean refused = reported.stream().skip(survived).anyMatch(Reported::refuses);
    if (refused && !(ending instanceof Ending.Violation)) {
      return;
    }
    FindingKind kind = EndingWords.kind(ending);
    String how = EndingWords.describe(ending);
    String message =
        switch (kind) {
          case AUTH_REFUSED ->
              "The platform refuses our user: %s, the connection was %s".formatted(when, how);
          case SHED ->
              "The platform says to come back later: %s, the connection was %s"
                  .formatted(when, how);
          default -> "The connection was lost %s: %s%s".formatted(when, how, lastWords());
        };
    docket.add(kind, step, nanos, new Words("an open connection", how, message), lastFrames());
  }

  /** Says of each report what it was, now that the end is known. */
  void settle(boolean endedWell, boolean began) {
    for (int i = 0; i < reported.size(); i++) {
      settle(reported.get(i), i < survived, endedWell, began);
    }
    reported.clear();
    survived = 0;
  }

  private void settle(Reported error, boolean outlived, boolean endedWell, boolean began) {
    Reading.Failure failure = error.failure();
    if (error.refuses() && !outlived) {
      boolean auth = failure.blame() == Reading.Blame.AUTH;
      String what = auth ? "The platform refuses our user" : "The platform says to come back later";
      report(auth ? AUTH_REFUSED : SHED, error.step(), what, "no refusal", error);
    } else if (failure.blame() == Reading.Blame.MESSAGE && !began && error.step() == Step.EVENTS) {
      String what = "The platform does not understand our message";
      report(NOT_UNDERSTOOD, Step.SEND, what, "a run", error);
    } else {
      String end =
          endedWell
              ? " (the run ended well all the same)"
              : began || outlived ? "" : noEvent(error);
      docket.add(
          ERROR_EVENT,
          endedWell ? Severity.WARNING : Severity.ERROR,
          error.step(),
          error.nanos(),
          new Words(
              "no error",
              failure.text(),
              what(failure) + when(error) + ": " + Words.line(failure.text()) + end),
          error.frame());
    }
  }

  private static String when(Reported error) {
    return error.step() == Step.WELCOME ? ", before the question" : ", after the question";
  }

  private static String noEvent(Reported error) {
    return error.step() == Step.EVENTS ? " (and no agent event came)" : "";
  }

  private static String what(Reading.Failure failure) {
    return failure.blame() == Reading.Blame.AGENT
        ? "The agent "
            + (failure.actor().agent() == null ? "" : Words.line(failure.actor().agent()) + " ")
            + "failed"
        : "The platform reports an error";
  }

  private void report(FindingKind kind, Step step, String what, String expected, Reported error) {
    String text = error.failure().text();
    docket.add(
        kind,
        step,
        error.nanos(),
        new Words(expected, text, what + when(error) + ": " + Words.line(text)),
        error.frame());
  }

  private String lastWords() {
    String error =
        last() ? "; it had just said: " + Words.line(reported.getLast().failure().text()) : "";
    return claim == null ? error : error + "; and then claimed: " + Words.line(claim.text());
  }

  private int[] lastFrames() {
    return new int[] {last() ? reported.getLast().frame() : 0, claim == null ? 0 : claim.frame()};
  }

  private record Claim(String text, int frame) {}

  private record Reported(Reading.Failure failure, Step step, int frame, long nanos) {

    boolean refuses() {
      return failure.blame() == Reading.Blame.AUTH || failure.blame() == Reading.Blame.OVERLOAD;
    }
  }
}

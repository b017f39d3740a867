package io.goldenpath.journey;

import io.goldenpath.contract.EndingWords;
import io.goldenpath.contract.Judgement;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Exercise.Cut;
import io.goldenpath.probe.Exercise.Then;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;

/** A connection that is lost in the middle of a run, and what becomes of the user. */
final class Loss {

  private static final String AFTER = "the connection was lost";

  private final Road road;
  private final Exercise.Recovery exercise;
  private final Traveller traveller;
  private final Notes notes;
  private final Line line;

  Loss(Road road, Exercise.Recovery exercise, Traveller traveller, Line line) {
    this.road = road;
    this.exercise = exercise;
    this.traveller = traveller;
    this.notes = traveller.notes();
    this.line = line;
  }

  /** Asks, loses the connection, and goes on; whether there was an answer in the end. */
  boolean overcome() throws InterruptedException {
    Chat asked = line.next();
    Judgement run = asked.judgement();
    if (exercise.cut() == Cut.SERVER) {
      run.awaitCut();
    }
    asked.converse(() -> due(run));
    if (run.over() || !due(run)) {
      return line.told(asked, null);
    }
    cut(asked);
    boolean recovered = recovered(asked, notes.now());
    run.cut().ifPresent(how -> dropped(how, recovered));
    return recovered;
  }

  private boolean due(Judgement run) {
    return switch (exercise.cut()) {
      case CLIENT, RESET ->
          run.events().stream().anyMatch(mark -> mark.event().equals(exercise.cutAfter()));
      case SERVER -> run.cut().isPresent();
      case NONE -> false;
    };
  }

  private void cut(Chat asked) throws InterruptedException {
    switch (exercise.cut()) {
      case CLIENT -> asked.leave();
      case RESET -> {
        asked.socket().reset();
        notes.remark("resets the connection");
      }
      case SERVER, NONE -> {}
    }
  }

  private boolean recovered(Chat asked, long lost) throws InterruptedException {
    Judgement run = asked.judgement();
    boolean resend = exercise.then() == Then.RESEND || run.terminalAt().isPresent();
    if (resend) {
      run.left(lost);
    }
    int before = run.events().size();
    boolean ready = line.renewed(lost, greeting -> new Rejoin(greeting, run, lost));
    run.resumed(lost, notes.now());
    if (ready && !resend && resumes(run, before)) {
      asked.follow(line.chat());
      return line.told(asked, AFTER);
    }
    run.left(notes.now());
    asked.settle();
    return ready && line.walked(AFTER);
  }

  private boolean resumes(Judgement run, int before) throws InterruptedException {
    if (exercise.then() == Then.EITHER) {
      Deadline wait =
          notes
              .in(road.probe().limits().firstEvent().ideal().dividedBy(2))
              .earlier(traveller.timeout());
      line.chat().overhear(run).listen(wait, () -> run.events().size() > before);
      boolean comes = run.events().size() > before;
      notes.remark(comes ? "the rest of the run comes" : "the rest does not come: asks anew");
      return comes;
    }
    return true;
  }

  /** Where the target's own cut was awaited. */
  private void dropped(Ending how, boolean recovered) {
    notes.find(
        FindingKind.DROPPED,
        recovered ? Severity.INFO : Severity.ERROR,
        Step.EVENTS,
        "an open connection",
        "The connection was lost in the middle of a run: it was %s%s"
            .formatted(
                EndingWords.describe(how), recovered ? "; the user went on on a new one" : ""));
  }
}

package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one user met in a run.
 *
 * @param steps All steps of the journey, in order.
 * @param events Agent events of the run, by arrival.
 */
public record UserRun(
    int slot,
    List<StepResult> steps,
    ConnectPhases connectPhases,
    List<EventArrival> events,
    Transcript transcript,
    Expiry expiry) {

  public UserRun {
    steps = List.copyOf(steps);
    events = List.copyOf(events);
  }

  public Optional<StepResult> step(Step step) {
    return steps.stream().filter(result -> result.step() == step).findFirst();
  }

  /** The login, unless a token of an earlier run stood in for it. */
  public Optional<StepResult> walkedLogin() {
    return step(Step.LOGIN).filter(login -> login.tokenAge() == null);
  }

  public boolean passed(Step step) {
    return step(step).filter(result -> result.state() == StepResult.State.PASSED).isPresent();
  }

  public boolean noStepFailed() {
    return steps.stream().noneMatch(result -> result.state() == StepResult.State.FAILED);
  }

  /** Whether the user was welcomed, asked nothing and failed at nothing. */
  public boolean onlyListened() {
    return passed(Step.WELCOME) && sentAt().isEmpty() && noStepFailed();
  }

  /** When the message was sent, since the run's start; empty where none was. */
  public Optional<Duration> sentAt() {
    return executed(Step.SEND).map(StepResult::start);
  }

  /** From the sent message to the terminal event; empty where none came. */
  public Optional<Duration> timeToAnswer() {
    return executed(Step.ANSWER)
        .flatMap(_ -> executed(Step.EVENTS))
        .flatMap(events -> sentAt().map(events.end()::minus));
  }

  /** Empty where the step was skipped. */
  public Optional<StepResult> executed(Step step) {
    return step(step).filter(result -> result.state() != StepResult.State.SKIPPED);
  }

  public UserRun withTranscript(Transcript other) {
    return new UserRun(slot, steps, connectPhases, events, other, expiry);
  }
}

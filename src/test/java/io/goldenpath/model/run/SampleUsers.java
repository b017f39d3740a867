package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleRuns.millis;

import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** What users of {@link SampleRuns} met: steps, events and frames to the millisecond. */
public final class SampleUsers {

  private static final Instant CERTIFICATE_END = Instant.parse("2027-02-01T00:00:00Z");
  private static final List<Integer> ARRIVALS = List.of(401, 533, 702, 1089, 1310);

  private SampleUsers() {}

  /** A user whose answer came so long after the message, and the events before it to scale. */
  public static UserRun answered(int slot, int after) {
    List<EventArrival> marks = new ArrayList<>();
    for (EventArrival mark : events(5)) {
      Duration delay = mark.delay().multipliedBy(after).dividedBy(1220);
      Duration at = millis(90).plus(delay);
      marks.add(
          new EventArrival(
              mark.event(),
              at,
              delay,
              7_000_000_000L + at.toNanos(),
              mark.frame(),
              mark.answerLength()));
    }
    return user(slot, steps(90 + after), marks, frames("It is 42, code KQXV."));
  }

  /** A user whose events stopped, and nothing of whose conversation was kept. */
  public static UserRun stalled(int slot) {
    UserRun stalled = user(slot, stalledSteps(), events(2), List.of());
    return new UserRun(
        slot,
        stalled.steps(),
        stalled.connectPhases(),
        stalled.events(),
        new Transcript(List.of(), 5),
        stalled.expiry());
  }

  /** A user who was welcomed and asks nothing. */
  public static UserRun listening(int slot) {
    List<StepResult> steps =
        steps(1310).stream()
            .map(result ->
                EnumSet.of(Step.SEND, Step.EVENTS, Step.ANSWER).contains(result.step())
                    ? skipped(result.step())
                    : result)
            .toList();
    return user(slot, steps, List.of(), List.of());
  }

  static UserRun user(List<StepResult> steps, List<EventArrival> events, List<Frame> frames) {
    return user(1, steps, events, frames);
  }

  static UserRun user(
      int slot, List<StepResult> steps, List<EventArrival> events, List<Frame> frames) {
    return new UserRun(
        slot,
        steps,
        new ConnectPhases(null, millis(2), millis(3), millis(11), millis(6)),
        events,
        new Transcript(frames, 0),
        new Expiry(
            Map.of(Step.LOGIN, CERTIFICATE_END.plusSeconds(60), Step.CONNECT, CERTIFICATE_END),
            SampleRuns.NOON.plusSeconds(900)));
  }

  static List<StepResult> steps(int terminal) {
    return List.of(
        passed(Step.LOGIN, 0, 41),
        passed(Step.CONNECT, 41, 24),
        passed(Step.WELCOME, 65, 25),
        passed(Step.SEND, 90, 1),
        passed(Step.EVENTS, 91, terminal - 91),
        passed(Step.ANSWER, terminal, 0),
        passed(Step.CLOSE, 1812, 30));
  }

  static List<StepResult> stalledSteps() {
    List<StepResult> steps = new ArrayList<>(steps(1310).subList(0, 4));
    steps.add(failed(Step.EVENTS, 91, 1642));
    steps.add(skipped(Step.ANSWER));
    steps.add(passed(Step.CLOSE, 1733, 6));
    return steps;
  }

  static List<EventArrival> events(int count) {
    List<EventArrival> marks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = ARRIVALS.get(i);
      marks.add(
          new EventArrival(
              SampleRuns.EVENTS.get(i),
              millis(at),
              millis(at - 90),
              7_000_000_000L + at,
              4 + i,
              i == 4 ? 20 : 0));
    }
    return marks;
  }

  static List<Frame> frames(String answer) {
    List<Frame> frames = new ArrayList<>();
    frames.add(
        frame(
            Frame.Direction.RECEIVED, 1, 90, "{\"type\":\"connection_established\",\"data\":{}}"));
    frames.add(frame(Frame.Direction.RECEIVED, 2, 90, "{\"type\":\"ping\"}"));
    frames.add(
        frame(
            Frame.Direction.SENT,
            3,
            91,
            "{\"type\":\"user_message\",\"payload\":{\"content\":\"\"}}"));
    for (int i = 0; i < 4; i++) {
      frames.add(
          frame(
              Frame.Direction.RECEIVED,
              4 + i,
              ARRIVALS.get(i),
              "{\"type\":\"%s\",\"run_id\":\"run_77\"}".formatted(SampleRuns.EVENTS.get(i))));
    }
    frames.add(
        frame(
            Frame.Direction.RECEIVED,
            8,
            1310,
            "{\"type\":\"agent_completed\",\"result\":\"" + answer + "\"}"));
    return frames;
  }

  private static Frame frame(Frame.Direction direction, int number, int at, String text) {
    return new Frame(number, direction, millis(at), text.length(), text);
  }

  static StepResult passed(Step step, int start, int duration) {
    return new StepResult(step, StepResult.State.PASSED, millis(start), millis(duration));
  }

  static StepResult failed(Step step, int start, int duration) {
    return new StepResult(step, StepResult.State.FAILED, millis(start), millis(duration));
  }

  static StepResult skipped(Step step) {
    return new StepResult(step, StepResult.State.SKIPPED, Duration.ZERO, Duration.ZERO);
  }
}

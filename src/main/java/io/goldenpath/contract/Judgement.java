package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.AUTH_REFUSED;
import static io.goldenpath.probe.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.probe.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.probe.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.probe.FindingKind.MESSAGE_TOO_LARGE;
import static io.goldenpath.probe.FindingKind.SHED;
import static io.goldenpath.probe.FindingKind.TIMED_OUT;
import static io.goldenpath.probe.FindingKind.TOO_SLOW;
import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.probe.FindingKind.WELCOME_MISSING;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges one user's connection as it goes on. It knows no clock: every call says when it happened,
 * in nanoseconds of the monotonic clock, and calls come in the order of their times.
 */
public final class Judgement {

  private final Promise promise;
  private final Docket docket;
  private final Ownership ownership;
  private final Errors errors;
  private final Conversation conversation;
  private final long start;
  private Phase phase = Phase.CONNECTED;
  private long connected;
  private long ready;
  private @Nullable Integer maxMessage;

  /** A judgement of one connection within a run that began at this reading of the clock. */
  public Judgement(Promise promise, long startNanos) {
    this.promise = promise;
    this.start = startNanos;
    this.docket = new Docket(promise.identity().slot(), startNanos);
    this.ownership = new Ownership(promise.identity().earlierRuns());
    this.errors = new Errors(docket);
    this.conversation = new Conversation(promise, ownership, errors, docket);
  }

  private enum Phase {
    CONNECTED,
    READY,
    SENT,
    OVER
  }

  /** The socket is open, and the welcome is awaited. */
  public void connected(long nanos) {
    connected = nanos;
  }

  /** A frame came. */
  public void frame(Heard heard, int number, long nanos) {
    elapsed(nanos);
    if (phase == Phase.OVER) {
      return;
    }
    boolean foreign = identity(heard, number, nanos);
    switch (phase) {
      case CONNECTED -> welcome(heard.reading(), number, nanos);
      case READY -> beforeSend(heard.reading(), number, nanos);
      case SENT -> {
        conversation.frame(heard.reading(), foreign, number, nanos);
        finishWith(conversation);
      }
      case OVER -> {}
    }
  }

  /** Whether the welcome has come and nothing has ended since. */
  public boolean ready() {
    return phase == Phase.READY;
  }

  /** Whether a message of this length may be sent; if not, that is the finding. */
  public boolean fits(int bytes, long nanos) {
    if (maxMessage == null || bytes <= maxMessage) {
      return true;
    }
    docket.add(
        MESSAGE_TOO_LARGE,
        Step.SEND,
        nanos,
        "a message of at most " + maxMessage + " bytes",
        bytes + " bytes",
        "The question of %d bytes was not sent: the server takes %d bytes at most"
            .formatted(bytes, maxMessage));
    end();
    return false;
  }

  /** The question was sent. */
  public void sent(long nanos) {
    phase = Phase.SENT;
    conversation.sent(nanos);
  }

  /** The connection has ended. */
  public void closed(Ending ending, long nanos) {
    elapsed(nanos);
    if (phase == Phase.OVER) {
      return;
    }
    if (phase == Phase.SENT) {
      conversation.closed(ending, nanos);
      finishWith(conversation);
    } else {
      Step step = step();
      String when =
          phase == Phase.CONNECTED
              ? Docket.since(connected, nanos) + " after the upgrade, before the welcome"
              : Docket.since(ready, nanos) + " after the welcome, before the question was sent";
      errors.ended(ending, step, when, nanos);
      end();
    }
  }

  /** Time has passed and nothing has come. */
  public void elapsed(long nanos) {
    Duration limit = promise.limits().welcome().failed();
    if (phase == Phase.CONNECTED && deadline().reached(nanos)) {
      if (!errors.anyIn(Step.WELCOME) && !docket.has(AUTH_REFUSED, SHED)) {
        docket.add(
            WELCOME_MISSING,
            Step.WELCOME,
            deadline().nanos(),
            "a welcome within " + Docket.words(limit),
            "an open socket without one",
            "The socket opened, but no welcome came within " + Docket.words(limit));
      }
      end();
    } else if (phase == Phase.SENT) {
      conversation.elapsed(nanos);
      finishWith(conversation);
    }
  }

  /** The run's own time is up: whatever it waits for did not come. */
  public void timedOut(Duration timeout, long nanos) {
    elapsed(nanos);
    if (phase == Phase.OVER) {
      return;
    }
    docket.add(
        TIMED_OUT,
        step(),
        nanos,
        "a run within " + Docket.words(timeout),
        "still in " + step().label(),
        "The run's time of %s was up in step %s".formatted(Docket.words(timeout), step().label()));
    end();
  }

  /** When {@link #elapsed} would next decide something. */
  public Deadline deadline() {
    return switch (phase) {
      case CONNECTED -> Deadline.after(connected, promise.limits().welcome().failed());
      case READY, OVER -> Deadline.after(connected, Duration.ofDays(1));
      case SENT -> conversation.deadline();
    };
  }

  /** Whether there is nothing left to wait for. */
  public boolean over() {
    return phase == Phase.OVER;
  }

  /** Every broken promise, by time; complete once the judgement is over. */
  public List<Finding> findings() {
    return docket.findings();
  }

  /** The run's agent events so far. */
  public List<EventMark> events() {
    return conversation.marks(start);
  }

  /** The id of the user's run, where the platform names one. */
  public Optional<String> run() {
    return ownership.run();
  }

  /** When the welcome came. */
  public OptionalLong readyAt() {
    return ready == 0 ? OptionalLong.empty() : OptionalLong.of(ready);
  }

  /** When the terminal event came. */
  public OptionalLong terminalAt() {
    return conversation.terminalAt();
  }

  private Step step() {
    return switch (phase) {
      case CONNECTED -> Step.WELCOME;
      case READY -> Step.SEND;
      case SENT, OVER -> Step.EVENTS;
    };
  }

  private void welcome(Reading reading, int number, long nanos) {
    if (reading instanceof Reading.Ready(var max)) {
      ready = nanos;
      maxMessage = max;
      phase = Phase.READY;
      Duration taken = Duration.ofNanos(nanos - connected);
      if (promise.limits().welcome().slow(taken)) {
        docket.add(
            TOO_SLOW,
            Step.WELCOME,
            nanos,
            "a welcome within " + Docket.words(promise.limits().welcome().ideal()),
            Docket.words(taken),
            "The welcome came late: after " + Docket.words(taken),
            number);
      }
    } else {
      beforeSend(reading, number, nanos);
    }
  }

  private void beforeSend(Reading reading, int number, long nanos) {
    switch (reading) {
      case Reading.Event(AgentEvent event) -> {
        ownership.beforeSend(event.ids());
        docket.add(
            UNEXPECTED_EVENT,
            Step.WELCOME,
            nanos,
            "no agent event before the question",
            event.name(),
            "An agent event came before anything was asked: " + event.name(),
            number);
      }
      case Reading.Failure failure -> errors.add(failure, Step.WELCOME, number, nanos);
      case Reading.Degraded(String text) ->
          note(
              DEGRADED_SERVICE,
              Step.WELCOME,
              "The platform says that it runs degraded: " + text,
              text,
              number,
              nanos);
      case Reading.Unreadable(String why) ->
          note(MALFORMED_EVENT, Step.WELCOME, "A frame cannot be read: " + why, why, number, nanos);
      case Reading.Ready _,
          Reading.Heartbeat _,
          Reading.Ack _,
          Reading.Response _,
          Reading.Other _ -> {}
    }
  }

  private void note(
      FindingKind kind, Step step, String message, String seen, int number, long nanos) {
    docket.add(kind, step, nanos, "a platform in good order", seen, message, number);
  }

  /** Whether the frame belongs to somebody else. */
  private boolean identity(Heard heard, int number, long nanos) {
    String subject = promise.identity().subject();
    boolean foreign =
        subject != null && heard.owners().stream().anyMatch(owner -> !owner.equals(subject));
    if (foreign) {
      docket.add(
          LEAK_IDENTITY,
          phase == Phase.SENT ? Step.EVENTS : Step.WELCOME,
          nanos,
          "frames of our own user alone",
          "another user's id",
          "LEAK: a frame on our connection names another user as its owner",
          number);
    }
    return foreign;
  }

  private void finishWith(Conversation talk) {
    if (talk.over()) {
      end();
    }
  }

  private void end() {
    phase = Phase.OVER;
    errors.settle(conversation.endedWell(), conversation.began());
  }
}

package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.probe.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.probe.FindingKind.TOO_SLOW;
import static io.goldenpath.probe.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.probe.FindingKind.WELCOME_MISSING;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From the open socket until the question is sent. */
final class Greeting {

  private final Limit limit;
  private final Runs runs;
  private final Errors errors;
  private final Docket docket;
  private int heartbeats;
  private long connected;
  private @Nullable Long ready;
  private @Nullable Integer maxMessage;

  Greeting(Limit limit, Runs runs, Errors errors, Docket docket) {
    this.limit = limit;
    this.runs = runs;
    this.errors = errors;
    this.docket = docket;
  }

  void connected(long nanos) {
    connected = nanos;
  }

  /** The connection was welcomed before this question came up. */
  void welcomed(long nanos, @Nullable Integer takes) {
    connected = nanos;
    ready = nanos;
    maxMessage = takes;
  }

  /** When the welcome came; null while it has not. */
  @Nullable Long ready() {
    return ready;
  }

  /** Bytes of the longest message that the server takes; null when it did not say. */
  @Nullable Integer maxMessage() {
    return maxMessage;
  }

  Deadline deadline() {
    return Deadline.after(connected, limit.failed());
  }

  void frame(Reading reading, int number, long nanos) {
    switch (reading) {
      case Reading.Ready ready -> ready(ready, number, nanos);
      case Reading.Event(AgentEvent event) -> early(event, number, nanos);
      case Reading.Failure failure -> errors.add(failure, Step.WELCOME, number, nanos);
      case Reading.Degraded(String text) -> degraded(text, number, nanos);
      case Reading.Response(String text, boolean canned) -> {
        if (canned) {
          degraded(text, number, nanos);
        }
      }
      case Reading.Unreadable(String why) ->
          docket.add(
              MALFORMED_EVENT,
              Step.WELCOME,
              nanos,
              new Words("frames that can be read", why, "A frame cannot be read: " + why),
              number);
      case Reading.Heartbeat _ -> heartbeats++;
      case Reading.Notice(_, String claim) -> errors.claimed(claim, number);
      case Reading.Ack _, Reading.Unknown _ -> {}
    }
  }

  /** The time for the welcome is up. */
  void missed() {
    if (errors.last()) {
      return;
    }
    String within = Words.took(limit.failed());
    docket.add(
        WELCOME_MISSING,
        Step.WELCOME,
        deadline().nanos(),
        new Words(
            "a welcome within " + within,
            "an open socket, and " + heartbeats + " heartbeats",
            "The socket opened, but no welcome came within %s (%d heartbeats did)"
                .formatted(within, heartbeats)));
  }

  /** How long ago it was that things were well. */
  String since(long nanos) {
    return ready == null
        ? Words.since(connected, nanos) + " after the upgrade, before the welcome"
        : Words.since(ready, nanos) + " after the welcome, before the question was sent";
  }

  private void ready(Reading.Ready welcome, int number, long nanos) {
    errors.survived();
    if (ready != null) {
      return;
    }
    ready = nanos;
    maxMessage = welcome.maxMessage();
    if (welcome.unwell() != null) {
      degraded(welcome.unwell(), number, nanos);
    }
    Duration taken = Duration.ofNanos(nanos - connected);
    if (limit.slow(taken)) {
      String allowed = Words.took(limit.ideal());
      docket.add(
          TOO_SLOW,
          Step.WELCOME,
          nanos,
          new Words(
              "a welcome within " + allowed,
              Words.took(taken),
              "The welcome came late: %s after the upgrade, where %s are allowed"
                  .formatted(Words.took(taken), allowed)),
          number);
    }
  }

  private void early(AgentEvent event, int number, long nanos) {
    if (runs.earlier(event.ids())) {
      return;
    }
    runs.beforeSend(event.ids());
    docket.add(
        UNEXPECTED_EVENT,
        Step.WELCOME,
        nanos,
        new Words(
            "no agent event before the question",
            event.name(),
            "An agent event came before anything was asked: " + event.name()),
        number);
  }

  private void degraded(String text, int number, long nanos) {
    docket.add(
        DEGRADED_SERVICE,
        Step.WELCOME,
        nanos,
        new Words(
            "a platform in good order",
            text,
            "The platform says of itself that it runs degraded: " + Words.line(text)),
        number);
  }
}

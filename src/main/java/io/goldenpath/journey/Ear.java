package io.goldenpath.journey;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Reading;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Frame;
import io.goldenpath.wire.Received;
import io.goldenpath.wire.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hears what comes on one socket, answers what wants an answer, and lets it be judged. */
final class Ear {

  private final WebSocket socket;
  private final Dialect dialect;
  private final Optional<Introduction> introduction;
  private final Hearer judgement;
  private final Notes notes;
  private final Companion companion;

  /**
   * @param introduction the message that brings the token, where one does
   * @param companion who else is to know what comes
   */
  Ear(
      WebSocket socket,
      Dialect dialect,
      Optional<Introduction> introduction,
      Hearer judgement,
      Notes notes,
      Companion companion) {
    this.socket = socket;
    this.dialect = dialect;
    this.introduction = introduction;
    this.judgement = judgement;
    this.notes = notes;
    this.companion = companion;
  }

  /** Says what must be said before the welcome. */
  void introduce(Deadline timeout) throws InterruptedException {
    Optional<String> unasked = introduction.flatMap(Introduction::unasked);
    if (unasked.isPresent()) {
      say(unasked.get(), timeout);
    }
  }

  /** Hears frames until the judgement is over, enough is heard, or the time is up. */
  void listen(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    while (!judgement.over() && !enough.getAsBoolean()) {
      switch (socket.receive(judgement.deadline().earlier(timeout))) {
        case Received.Text text -> heard(text, timeout);
        case Received.Binary(var payload, long nanos) -> {
          int number =
              notes.frame(Frame.Direction.RECEIVED, nanos, payload.remaining(), "(binary)");
          judgement.frame(
              Heard.of(new Reading.Unreadable("it is binary, where text is spoken")),
              number,
              nanos);
        }
        case Received.Ended(Ending ending, long nanos) -> judgement.closed(ending, nanos);
        case Received.Nothing() -> {
          if (!waited(timeout)) {
            return;
          }
        }
      }
    }
  }

  /** Hears on until that is enough, when the judgement is over: what comes concerns others. */
  void linger(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    while (!enough.getAsBoolean()) {
      Received received = socket.receive(timeout);
      if (received instanceof Received.Text text) {
        heard(text, timeout);
      } else if (received instanceof Received.Ended
          || (received instanceof Received.Nothing && timeout.reached(notes.now()))) {
        return;
      }
    }
  }

  private void heard(Received.Text text, Deadline timeout) throws InterruptedException {
    int number =
        notes.frame(Frame.Direction.RECEIVED, text.arrivalNanos(), text.bytes(), text.text());
    Optional<String> words = introduction.flatMap(first -> first.answer(text.text()));
    if (words.isPresent()) {
      say(words.get(), timeout);
      return;
    }
    Heard heard = understood(text.text());
    judgement.frame(heard, number, text.arrivalNanos());
    companion.heard(heard, text.text(), number, text.arrivalNanos());
    if (heard.reading() instanceof Reading.Heartbeat(String reply) && reply != null) {
      say(reply, timeout);
    }
  }

  private Heard understood(String frame) {
    return introduction.isPresent() && introduction.get().refusedBy(frame)
        ? Heard.of(
            new Reading.Failure(
                Excerpt.of(notes.clean(frame)),
                Reading.Blame.AUTH,
                Reading.Actor.NOBODY,
                new AgentEvent.Ids(null, null)))
        : dialect.read(frame);
  }

  /** Sends what is not the question. */
  void say(String message, Deadline timeout) throws InterruptedException {
    long from = notes.now();
    if (socket.send(message, timeout)) {
      notes.frame(
          Frame.Direction.SENT, from, message.getBytes(StandardCharsets.UTF_8).length, message);
    }
  }

  /** Time has passed: whether there is still something to wait for. */
  private boolean waited(Deadline timeout) {
    long now = notes.now();
    judgement.elapsed(now);
    return !timeout.reached(now);
  }
}

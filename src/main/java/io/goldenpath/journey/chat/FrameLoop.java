package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.ReceiveResult;
import io.goldenpath.wire.websocket.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Hears what comes on one socket, answers what wants an answer, and lets it be judged. */
public final class FrameLoop {

  private final WebSocket socket;
  private final Dialect dialect;
  private final Optional<FirstMessageSender> firstMessage;
  private final FrameListener listener;
  private final UserRunRecorder recorder;
  private final FrameTap tap;

  /**
   * @param firstMessage the message that brings the token, where one does
   * @param tap who else is to know what comes
   */
  public FrameLoop(
      WebSocket socket,
      Dialect dialect,
      Optional<FirstMessageSender> firstMessage,
      FrameListener listener,
      UserRunRecorder recorder,
      FrameTap tap) {
    this.socket = socket;
    this.dialect = dialect;
    this.firstMessage = firstMessage;
    this.listener = listener;
    this.recorder = recorder;
    this.tap = tap;
  }

  /** Says what must be said before the welcome. */
  public void sendFirstMessage(Deadline timeout) throws InterruptedException {
    Optional<String> unasked = firstMessage.flatMap(FirstMessageSender::initial);
    if (unasked.isPresent()) {
      send(unasked.get(), timeout);
    }
  }

  /** Hears frames until the judgement is over, enough is heard, or the time is up. */
  public void listen(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    while (!listener.over() && !enough.getAsBoolean()) {
      switch (socket.receive(listener.deadline().earlier(timeout))) {
        case ReceiveResult.Text text -> received(text, timeout);
        case ReceiveResult.Binary(var payload, long nanos) -> {
          int number =
              recorder.frame(Frame.Direction.RECEIVED, nanos, payload.remaining(), "(binary)");
          listener.frame(
              DecodedFrame.of(new FrameContent.Unreadable("it is binary, where text is spoken")),
              number,
              nanos);
        }
        case ReceiveResult.Ended(ConnectionEnd end, long nanos) -> listener.closed(end, nanos);
        case ReceiveResult.Nothing() -> {
          if (!stillWaiting(timeout)) {
            return;
          }
        }
      }
    }
  }

  /** Hears on until that is enough, when the judgement is over: what comes concerns others. */
  void listenForOthers(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    while (!enough.getAsBoolean()) {
      ReceiveResult receiveResult = socket.receive(timeout);
      if (receiveResult instanceof ReceiveResult.Text text) {
        received(text, timeout);
      } else if (receiveResult instanceof ReceiveResult.Ended
          || (receiveResult instanceof ReceiveResult.Nothing && timeout.reached(recorder.now()))) {
        return;
      }
    }
  }

  private void received(ReceiveResult.Text text, Deadline timeout) throws InterruptedException {
    int number =
        recorder.frame(Frame.Direction.RECEIVED, text.arrivalNanos(), text.bytes(), text.text());
    Optional<String> words = firstMessage.flatMap(first -> first.replyTo(text.text()));
    if (words.isPresent()) {
      send(words.get(), timeout);
      return;
    }
    DecodedFrame decoded = read(text.text());
    listener.frame(decoded, number, text.arrivalNanos());
    tap.received(decoded, text.text(), number, text.arrivalNanos());
    if (decoded.content() instanceof FrameContent.Heartbeat(String reply) && reply != null) {
      send(reply, timeout);
    }
  }

  private DecodedFrame read(String frame) {
    return firstMessage.isPresent() && firstMessage.get().refusedBy(frame)
        ? DecodedFrame.of(
            new FrameContent.Failure(
                BodyExcerpt.of(recorder.redact(frame)),
                FrameContent.ErrorCause.AUTH,
                FrameContent.ErrorSource.NOBODY,
                new AgentEvent.Ids(null, null)))
        : dialect.read(frame);
  }

  /** Sends what is not the question. */
  public void send(String message, Deadline timeout) throws InterruptedException {
    long from = recorder.now();
    if (socket.send(message, timeout)) {
      recorder.frame(
          Frame.Direction.SENT, from, message.getBytes(StandardCharsets.UTF_8).length, message);
    }
  }

  /** Time has passed: whether there is still something to wait for. */
  private boolean stillWaiting(Deadline timeout) {
    long now = recorder.now();
    listener.elapsed(now);
    return !timeout.reached(now);
  }
}

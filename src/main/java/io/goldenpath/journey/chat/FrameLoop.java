package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.chat.RecordedSocket.Received;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.ReceiveResult;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Receive loop of one socket: decodes frames, sends the replies that are due, calls a listener. */
public final class FrameLoop {

  private final UserSession session;
  private final RecordedSocket socket;
  private final Optional<FirstMessageSender> firstMessage;
  private final FrameListener listener;
  private final FrameTap tap;
  private final UserRunRecorder recorder;

  public FrameLoop(
      UserSession session,
      RecordedSocket socket,
      Optional<FirstMessageSender> firstMessage,
      FrameListener listener,
      FrameTap tap) {
    this.session = session;
    this.socket = socket;
    this.firstMessage = firstMessage;
    this.listener = listener;
    this.tap = tap;
    this.recorder = session.recorder();
  }

  /** Sends the frames that open the framing, and the first message where it is due unasked. */
  public void open(Deadline timeout) throws InterruptedException {
    socket.open(timeout);
    Optional<Outgoing> unasked = firstMessage.flatMap(FirstMessageSender::initial);
    if (unasked.isPresent()) {
      send(unasked.get(), timeout);
    }
  }

  public void listen(Deadline timeout) throws InterruptedException {
    listen(timeout, () -> false);
  }

  /** Receives until {@code enough}, until the listener is over, or until the timeout. */
  public void listen(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    listenForOthers(timeout, () -> listener.over() || enough.getAsBoolean());
  }

  /** Receives until {@code enough} or until the timeout, even when the listener is over. */
  public void listenForOthers(Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    while (!enough.getAsBoolean()) {
      switch (socket.receive(listener.deadline().earlier(timeout))) {
        case ReceiveResult.Text text -> received(socket.recorded(text), timeout);
        case ReceiveResult.Binary binary -> received(socket.recorded(binary), timeout);
        case ReceiveResult.Ended(ConnectionEnd end, long nanos) -> {
          listener.closed(end, nanos);
          return;
        }
        case ReceiveResult.Nothing() -> {
          long now = recorder.now();
          listener.elapsed(now);
          if (timeout.reached(now)) {
            return;
          }
        }
      }
    }
  }

  private void received(Received frame, Deadline timeout) throws InterruptedException {
    for (Incoming part : frame.parts()) {
      if (part instanceof Message message) {
        received(message, frame, timeout);
      } else {
        tell(session.context().dialect().decode(part), frame.text(), frame);
      }
      if (part instanceof Incoming.Heartbeat heartbeat) {
        socket.answer(heartbeat, timeout);
      }
    }
  }

  private void received(Message message, Received frame, Deadline timeout)
      throws InterruptedException {
    Optional<Outgoing> first = firstMessage.flatMap(sender -> sender.replyTo(message));
    if (first.isPresent()) {
      send(first.get(), timeout);
      return;
    }
    tell(decode(message), message.text(), frame);
    Optional<Outgoing> reply = session.context().dialect().reply(message);
    if (reply.isPresent()) {
      send(reply.get(), timeout);
    }
  }

  private void tell(DecodedFrame decoded, String text, Received frame) {
    listener.frame(decoded, frame.number(), frame.nanos());
    tap.received(decoded, text, frame.number(), frame.nanos());
  }

  private DecodedFrame decode(Message message) {
    return firstMessage.isPresent() && firstMessage.get().refusedBy(message)
        ? DecodedFrame.of(
            new FrameContent.Failure(
                BodyExcerpt.of(recorder.redact(message.text())), FrameContent.ErrorCause.AUTH))
        : session.context().dialect().read(message);
  }

  /** Number of the frame; empty when it was not sent. */
  public OptionalInt send(Outgoing message, Deadline timeout) throws InterruptedException {
    return socket.send(message, timeout);
  }
}

package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.FrameListener;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.chat.RecordedSocket.Received;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.login.SubmissionFailure;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.ReceiveResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** Receive loop of one socket: decodes frames, sends the replies that are due, calls a listener. */
public final class FrameLoop implements QuestionCall.Listening {

  static final String SUBMIT = "submit";
  private static final String FIRST_MESSAGE = "first-message";

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

  /** Opens the framing, sends the first message where it is due unasked, opens the conversation. */
  public void open(Deadline timeout) throws InterruptedException {
    listen(timeout, socket::established);
    if (!socket.established() || listener.over()) {
      return;
    }
    listener.opened();
    socket.sendDue(timeout);
    Optional<Outgoing> unasked = firstMessage.flatMap(FirstMessageSender::initial);
    if (unasked.isPresent()) {
      send(unasked.get(), timeout, FIRST_MESSAGE);
    }
    for (SendStep step : socket.conversation().opening()) {
      Sent sent = send(step, listener.deadline().earlier(timeout), "opening");
      if (sent instanceof Sent.Failed(int frame, SubmissionFailure why)) {
        tell(new Reading.Part(failed(why), "", frame, recorder.now()));
      }
      if (!sent.done()) {
        return;
      }
    }
    tell(socket.conversation().opened(recorder.now()), timeout);
  }

  private static DecodedFrame failed(SubmissionFailure why) {
    ErrorCause cause =
        switch (why.kind()) {
          case AUTH_REFUSED -> ErrorCause.AUTH;
          case SHED -> ErrorCause.OVERLOAD;
          default -> ErrorCause.PLATFORM;
        };
    return DecodedFrame.of(new FrameContent.Failure(why.message(), cause));
  }

  public void listen(Deadline timeout) throws InterruptedException {
    listen(timeout, () -> false);
  }

  /** Receives until {@code enough}, until the listener is over, or until the timeout. */
  public void listen(Deadline timeout, BooleanSupplier enough) throws InterruptedException {
    listenForOthers(timeout, () -> listener.over() || enough.getAsBoolean());
  }

  /** Receives until {@code enough} or until the timeout, even when the listener is over. */
  @Override
  public void listenForOthers(Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    boolean open = true;
    while (open && !enough.getAsBoolean()) {
      socket.sendDue(timeout);
      open =
          switch (socket.receive(listener.deadline().earlier(timeout))) {
            case ReceiveResult.Text text -> received(socket.recorded(text), timeout);
            case ReceiveResult.Binary binary -> received(socket.recorded(binary), timeout);
            case ReceiveResult.Ended(ConnectionEnd end, long nanos) -> ended(end, nanos);
            case ReceiveResult.Nothing() -> {
              long now = recorder.now();
              yield elapsed(now, timeout) && !timeout.reached(now);
            }
          };
    }
  }

  /** False where the connection has ended, for us too. */
  private boolean elapsed(long now, Deadline timeout) throws InterruptedException {
    for (Incoming part : socket.elapsed(now)) {
      if (!received(part, new Received(0, now, "", List.of()), timeout)) {
        return false;
      }
    }
    Reading reading = socket.conversation().elapsed(now);
    tell(reading, timeout);
    if (reading.missed() != null) {
      return ended(new ConnectionEnd.FramingEnd(reading.missed()), now);
    }
    listener.elapsed(now);
    return true;
  }

  private boolean ended(ConnectionEnd end, long nanos) {
    listener.closed(end, nanos);
    return false;
  }

  private boolean received(Received frame, Deadline timeout) throws InterruptedException {
    boolean open = true;
    if (frame.parts().isEmpty()) {
      recorder.taken(frame.number(), FramingRule.NAME);
    }
    for (Incoming part : frame.parts()) {
      open = open && received(part, frame, timeout);
    }
    return open;
  }

  private boolean received(Incoming part, Received frame, Deadline timeout)
      throws InterruptedException {
    switch (part) {
      case Message message -> received(message, frame, timeout);
      case Incoming.Earlier(Message message) ->
          tell(
              socket
                  .conversation()
                  .receivedBeside(frame.whole(message), frame.number(), frame.nanos()),
              timeout);
      case Incoming.Missed(String what) -> {
        return ended(new ConnectionEnd.FramingEnd(what), frame.nanos());
      }
      case Incoming.Misplaced(String reason) -> {
        recorder.taken(frame.number(), FramingRule.of(part));
        return ended(new ConnectionEnd.ProtocolViolation(reason), frame.nanos());
      }
      case Incoming other -> {
        recorder.taken(frame.number(), FramingRule.of(other));
        DecodedFrame decoded = session.context().dialect().decode(other);
        tell(new Reading.Part(decoded, frame.text(), frame.number(), frame.nanos()));
      }
    }
    return true;
  }

  private void received(Message message, Received frame, Deadline timeout)
      throws InterruptedException {
    Optional<Outgoing> first =
        firstMessage.filter(_ -> socket.established()).flatMap(sender -> sender.replyTo(message));
    if (first.isPresent()) {
      recorder.taken(frame.number(), FIRST_MESSAGE);
      send(first.get(), timeout, FIRST_MESSAGE);
    } else if (firstMessage.isPresent() && firstMessage.get().refusedBy(message)) {
      recorder.taken(frame.number(), "first-message.refused");
      String text = BodyExcerpt.of(recorder.redact(message.text()));
      DecodedFrame refused = DecodedFrame.of(new FrameContent.Failure(text, ErrorCause.AUTH));
      tell(new Reading.Part(refused, message.text(), frame.number(), frame.nanos()));
    } else {
      Message whole = frame.whole(message);
      tell(socket.conversation().received(whole, frame.number(), frame.nanos()), timeout);
    }
  }

  private void tell(Reading reading, Deadline timeout) throws InterruptedException {
    reading.rules().forEach(rule -> recorder.taken(rule.frame(), rule.name()));
    reading.parts().forEach(this::tell);
    for (Outgoing reply : reading.replies()) {
      send(reply, timeout, "replies");
    }
  }

  private void tell(Reading.Part part) {
    listener.frame(part.decoded(), part.number(), part.nanos());
    tap.received(part.decoded(), part.text(), part.number(), part.nanos());
  }

  /** Waits until a step of a question is due, for {@code limits.queue} at most, and sends it. */
  public Sent send(SendStep step, Deadline timeout) throws InterruptedException {
    return send(step, timeout, SUBMIT);
  }

  private Sent send(SendStep step, Deadline timeout, String rule) throws InterruptedException {
    Duration queue = session.context().probe().limits().queue().failed();
    await(recorder.limitIn(queue).earlier(timeout), step::due);
    if (!step.due()) {
      return new Sent.Nothing();
    }
    return switch (step.make()) {
      case Sending.Socket(Outgoing message) -> {
        OptionalInt frame = send(message, timeout, rule);
        yield frame.isPresent() ? new Sent.Done(frame.getAsInt()) : new Sent.Nothing();
      }
      case Sending.Call(RequestTemplate request) -> {
        int frame = recorder.note("calls " + request.label());
        recorder.taken(frame, rule);
        Optional<SubmissionFailure> failure = call(request, timeout, () -> false);
        yield failure
            .<Sent>map(why -> new Sent.Failed(frame, why))
            .orElseGet(() -> new Sent.Done(frame));
      }
    };
  }

  /** Receives until something may be sent, or until a listener is over that was not. */
  @Override
  public void await(Deadline deadline, BooleanSupplier due) throws InterruptedException {
    boolean over = listener.over();
    listenForOthers(deadline, () -> due.getAsBoolean() || (!over && listener.over()));
  }

  Optional<SubmissionFailure> call(
      RequestTemplate request, Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    return new QuestionCall(session, socket, this).make(request, timeout, enough);
  }

  /**
   * Number of the frame; empty when it was not sent.
   *
   * @param rule By which it is sent.
   */
  public OptionalInt send(Outgoing message, Deadline timeout, String rule)
      throws InterruptedException {
    return socket.send(message, timeout, rule);
  }
}

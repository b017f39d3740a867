package io.goldenpath.journey.chat;

import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.login.SignedInUser;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.run.Frame.Direction;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.wire.ReceiveResult;
import io.goldenpath.wire.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A user's open WebSocket with its framing; every frame is recorded in the transcript. */
public final class RecordedSocket {

  /** A peer that has failed already is not waited for: how it closes tells nothing. */
  private static final Duration CLOSE_NOW = Duration.ofMillis(50);

  private final WebSocket socket;
  private final FramingConnection framing;
  private final Conversation conversation;
  private final SignedInUser user;
  private final UserRunRecorder recorder;
  private final CloseCodes closeCodes;
  private boolean closed;
  private boolean ended;

  RecordedSocket(
      WebSocket socket,
      FramingConnection framing,
      Conversation conversation,
      SignedInUser user,
      UserRunRecorder recorder,
      CloseCodes closeCodes) {
    this.socket = socket;
    this.framing = framing;
    this.conversation = conversation;
    this.user = user;
    this.recorder = recorder;
    this.closeCodes = closeCodes;
  }

  /** Who has opened it. */
  SignedInUser user() {
    return user;
  }

  /** What is said on it. */
  public Conversation conversation() {
    return conversation;
  }

  /** Whether messages may be sent: the framing has opened. */
  boolean established() {
    return framing.established();
  }

  /** How often the server wants a sign of life of ours; empty where it does not say. */
  Optional<Duration> heartbeat() {
    return framing.heartbeat();
  }

  /** A received frame: its whole text, empty when binary, and what the framing found in it. */
  record Received(int number, long nanos, String text, List<Incoming> parts) {

    /** The message with the whole text of a frame that holds nothing else, its headers among it. */
    Message whole(Message message) {
      return parts.size() == 1 && !text.isEmpty()
          ? new Message(message.body(), text, message.envelope())
          : message;
    }

    /** Shows the parts alone: the text is not redacted yet. */
    @Override
    public String toString() {
      return parts.toString();
    }
  }

  /** Sends what the framing and the conversation have to send by now. */
  void sendDue(Deadline deadline) throws InterruptedException {
    for (String frame : framing.due(recorder.now())) {
      sendFrame(frame, deadline, FramingRule.NAME);
    }
    for (Outgoing message : conversation.due(recorder.now())) {
      send(message, deadline, "heartbeats");
    }
  }

  /** What is certain by now although nothing came. */
  List<Incoming> elapsed(long nanos) {
    return framing.elapsed(nanos);
  }

  /**
   * Number of the frame; empty when it was not sent by the deadline.
   *
   * @param rule By which it is sent.
   */
  OptionalInt send(Outgoing message, Deadline deadline, String rule) throws InterruptedException {
    return sendFrame(framing.wrap(message, recorder.now()), deadline, rule);
  }

  private OptionalInt sendFrame(String frame, Deadline deadline, String rule)
      throws InterruptedException {
    long from = recorder.now();
    int bytes = frame.getBytes(StandardCharsets.UTF_8).length;
    if (!socket.send(frame, deadline)) {
      return OptionalInt.empty();
    }
    int number = recorder.frame(Direction.SENT, from, bytes, frame);
    recorder.taken(number, rule);
    return OptionalInt.of(number);
  }

  /** Waits no longer than until the framing or the conversation has something to say or send. */
  ReceiveResult receive(Deadline deadline) throws InterruptedException {
    ReceiveResult result =
        socket.receive(earlier(earlier(deadline, framing.next()), conversation.next()));
    if (result instanceof ReceiveResult.Ended(ConnectionEnd end, long nanos)) {
      noteEnd(end, nanos);
    }
    return result;
  }

  private static Deadline earlier(Deadline deadline, OptionalLong nanos) {
    return nanos.isEmpty() ? deadline : deadline.earlier(new Deadline(nanos.getAsLong()));
  }

  Received recorded(ReceiveResult.Text text) {
    int number = recorder.frame(Direction.RECEIVED, text.arrivalNanos(), text.bytes(), text.text());
    List<Incoming> parts = framing.unwrap(text.text(), text.arrivalNanos());
    return new Received(number, text.arrivalNanos(), text.text(), parts);
  }

  Received recorded(ReceiveResult.Binary binary) {
    ByteBuffer payload = binary.payload();
    long nanos = binary.arrivalNanos();
    int number = recorder.frame(Direction.RECEIVED, nanos, payload.remaining(), "(binary)");
    return new Received(number, nanos, "", framing.unwrap(payload, nanos));
  }

  /** Makes a wait for the next frame return; callable from any thread. */
  public void wakeUp() {
    socket.wakeUp();
  }

  public void reset() {
    socket.reset();
  }

  void closeHandshake(Duration limit) throws InterruptedException {
    long from = recorder.now();
    Deadline deadline = recorder.limitIn(limit);
    ConnectionEnd end = close(deadline);
    recorder.stepTook(Step.CLOSE, from, recorder.now());
    if (end instanceof ConnectionEnd.CloseTimeout && !deadline.doubtful(recorder.now())) {
      recorder
          .finding(FindingKind.TIMED_OUT)
          .in(Step.CLOSE)
          .as(Severity.INFO)
          .expected("an answered close within " + DurationText.of(limit))
          .says("The server did not answer our close (1000) within %s", DurationText.of(limit));
    } else if (end instanceof ConnectionEnd.ProtocolViolation(String message)) {
      recorder
          .finding(FindingKind.PROTOCOL_ERROR)
          .in(Step.CLOSE)
          .expected("a clean close handshake")
          .says("The server broke the protocol while closing: %s", message);
    }
  }

  private ConnectionEnd close(Deadline deadline) throws InterruptedException {
    closed = true;
    for (String frame : framing.closing()) {
      sendFrame(frame, deadline, FramingRule.NAME);
    }
    ConnectionEnd end = socket.close(deadline);
    noteEnd(end, recorder.now());
    return end;
  }

  /** The last row of a connection, once. */
  private void noteEnd(ConnectionEnd end, long nanos) {
    if (!ended) {
      ended = true;
      String how = "the connection was " + ConnectionEndDiagnosis.describe(end, closeCodes);
      String ours = closed ? "we closed with 1000; " : "";
      recorder.frame(Direction.NOTE, nanos, 0, ours + how);
    }
  }

  /** Closes unless already closed, with hardly any wait for the peer. */
  public void closeNow() throws InterruptedException {
    if (!closed) {
      close(recorder.deadlineIn(CLOSE_NOW));
    }
  }
}

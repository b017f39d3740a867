package io.goldenpath.journey.chat;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.run.Frame.Direction;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.wire.websocket.ReceiveResult;
import io.goldenpath.wire.websocket.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * One user's open socket with its framing: messages go in and out, and the frames that carry them
 * go into the transcript. {@link UserSession} opens it.
 */
public final class RecordedSocket {

  /** A peer that has failed already is not waited for: how it closes tells nothing. */
  private static final Duration CLOSE_NOW = Duration.ofMillis(50);

  private final WebSocket socket;
  private final FramingConnection framing;
  private final UserRunRecorder recorder;
  private boolean closed;

  RecordedSocket(WebSocket socket, FramingConnection framing, UserRunRecorder recorder) {
    this.socket = socket;
    this.framing = framing;
    this.recorder = recorder;
  }

  /** What a wait on the socket can bring. */
  sealed interface Received {

    /**
     * A frame.
     *
     * @param text all of it; empty when it is binary
     * @param parts what the framing found in it
     */
    record Frame(int number, long nanos, String text, List<Incoming> parts) implements Received {

      /** Shows the parts alone: the text is not redacted yet. */
      @Override
      public String toString() {
        return parts.toString();
      }
    }

    /** The connection has ended. */
    record Ended(ConnectionEnd end, long nanos) implements Received {}

    /** The deadline came first. */
    record Nothing() implements Received {}
  }

  /** Sends the frames that open the framing. */
  void open(Deadline deadline) throws InterruptedException {
    for (String frame : framing.opening()) {
      sendFrame(frame, deadline);
    }
  }

  /** Sends a message; the number of its frame, or empty when it did not go out by the deadline. */
  OptionalInt send(Outgoing message, Deadline deadline) throws InterruptedException {
    return sendFrame(framing.wrap(message), deadline);
  }

  /** Answers a heartbeat of the framing, where it waits for an answer. */
  void answer(Incoming.Heartbeat heartbeat, Deadline deadline) throws InterruptedException {
    if (heartbeat.reply() != null) {
      sendFrame(heartbeat.reply(), deadline);
    }
  }

  private OptionalInt sendFrame(String frame, Deadline deadline) throws InterruptedException {
    long from = recorder.now();
    int bytes = frame.getBytes(StandardCharsets.UTF_8).length;
    return socket.send(frame, deadline)
        ? OptionalInt.of(recorder.frame(Direction.SENT, from, bytes, frame))
        : OptionalInt.empty();
  }

  /** The next frame, the end of the connection, or nothing by the deadline. */
  Received receive(Deadline deadline) throws InterruptedException {
    return switch (socket.receive(deadline)) {
      case ReceiveResult.Text(String text, int bytes, long nanos) -> {
        int number = recorder.frame(Direction.RECEIVED, nanos, bytes, text);
        yield new Received.Frame(number, nanos, text, framing.unwrap(text));
      }
      case ReceiveResult.Binary(ByteBuffer payload, long nanos) -> {
        int number = recorder.frame(Direction.RECEIVED, nanos, payload.remaining(), "(binary)");
        yield new Received.Frame(number, nanos, "", framing.unwrap(payload));
      }
      case ReceiveResult.Ended(ConnectionEnd end, long nanos) -> new Received.Ended(end, nanos);
      case ReceiveResult.Nothing() -> new Received.Nothing();
    };
  }

  /** Makes a wait for the next message return. From any thread. */
  public void wakeUp() {
    socket.wakeUp();
  }

  /** Breaks the connection off by a TCP reset. */
  public void reset() {
    socket.reset();
  }

  /** Closes, waits for the peer's answer as long as it may take, and reports one that fails. */
  void closeHandshake(Duration limit) throws InterruptedException {
    long from = recorder.now();
    ConnectionEnd end = close(recorder.deadlineIn(limit));
    recorder.stepTook(Step.CLOSE, from, recorder.now());
    if (end instanceof ConnectionEnd.CloseTimeout) {
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

  /** Takes leave by the framing, and closes. */
  private ConnectionEnd close(Deadline deadline) throws InterruptedException {
    closed = true;
    for (String frame : framing.closing()) {
      sendFrame(frame, deadline);
    }
    return socket.close(deadline);
  }

  /** Ends the connection, unless that is done, and waits for nobody. */
  public void closeNow() throws InterruptedException {
    if (!closed) {
      close(recorder.deadlineIn(CLOSE_NOW));
    }
  }
}

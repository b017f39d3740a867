package io.goldenpath.framing.stomp;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Broken;
import io.goldenpath.framing.Incoming.Misplaced;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.framing.stomp.StompFrame.Command;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;

/** One connection: CONNECT, the subscriptions once it is accepted, then messages. */
final class StompConnection implements FramingConnection {

  /** How long the rest of a frame may take that is cut into several WebSocket messages. */
  static final Duration REST_WITHIN = Duration.ofSeconds(5);

  private static final List<String> VERSIONS = List.of("1.2", "1.1");
  private static final String GOODBYE = "goodbye";

  private final Map<String, String> subscriptions;
  private final Queue<String> due = new ArrayDeque<>();
  private final StompDecoder decoder = new StompDecoder();
  private final HeartBeats heartBeats;
  private final ReceiptRequests receipts = new ReceiptRequests();
  private boolean connected;
  private boolean failed;
  private long waitsSince;

  StompConnection(String connect, Map<String, String> subscriptions, Duration heartBeat) {
    this.subscriptions = subscriptions;
    this.heartBeats = new HeartBeats(heartBeat);
    due.add(connect);
  }

  @Override
  public boolean established() {
    return connected;
  }

  @Override
  public String wrap(Outgoing message, long nanos) {
    receipts.asked(message);
    heartBeats.sent(nanos);
    return ClientFrames.send(message);
  }

  @Override
  public List<Incoming> unwrap(String frame, long nanos) {
    return unwrap(frame.getBytes(StandardCharsets.UTF_8), nanos);
  }

  /** Brokers send bodies of other types than text in binary frames, and some send all so. */
  @Override
  public List<Incoming> unwrap(ByteBuffer frame, long nanos) {
    byte[] bytes = new byte[frame.remaining()];
    frame.duplicate().get(bytes);
    return unwrap(bytes, nanos);
  }

  private List<Incoming> unwrap(byte[] bytes, long nanos) {
    heartBeats.received(nanos);
    boolean waited = decoder.waits();
    if (!waited && StompDecoder.skipLineEnds(bytes, 0) == bytes.length) {
      return List.of(bytes.length == 0 ? new Incoming.Noise("empty") : new Incoming.Heartbeat());
    }
    List<Incoming> found = read(decoder.decode(bytes), nanos);
    if (!waited || !found.isEmpty()) {
      waitsSince = nanos;
    }
    return found;
  }

  private List<Incoming> read(List<Decoded> parts, long nanos) {
    List<Incoming> found = new ArrayList<>();
    for (Decoded part : parts) {
      switch (part) {
        case StompFrame frame when frame.command() == Command.CONNECTED ->
            found.addAll(connected(frame, nanos));
        case StompFrame frame -> found.add(read(frame));
        case Decoded.Mistake(String reason) -> found.add(new Broken(reason));
        case Decoded.TooLong() ->
            found.add(
                new Misplaced("a frame is longer than " + StompDecoder.MOST_BYTES + " bytes"));
      }
    }
    return found;
  }

  private Incoming read(StompFrame frame) {
    if (frame.command() == Command.ERROR) {
      return refused(frame);
    }
    if (!connected) {
      return new Misplaced(frame.command() + " came before CONNECTED");
    }
    return frame.command() == Command.MESSAGE ? message(frame) : receipt(frame);
  }

  private List<Incoming> connected(StompFrame frame, long nanos) {
    if (connected) {
      return List.of(new Misplaced("CONNECTED came twice"));
    }
    if (!VERSIONS.contains(frame.header("version"))) {
      return List.of(new Misplaced("CONNECTED names none of the versions offered, " + VERSIONS));
    }
    connected = true;
    subscriptions.forEach((id, where) -> due.add(ClientFrames.subscribe(id, where)));
    Incoming message = frame.message(Command.CONNECTED.name());
    return heartBeats.agree(frame.header("heart-beat"), nanos)
        ? List.of(message)
        : List.of(new Broken("its heart-beat is not two numbers"), message);
  }

  private Incoming message(StompFrame frame) {
    if (!subscriptions.containsKey(frame.header("subscription"))) {
      return new Misplaced("MESSAGE came for a subscription that was not made");
    }
    String destination = frame.header("destination");
    if (destination.isEmpty()) {
      return new Broken("it is a MESSAGE without destination");
    }
    Incoming.Message message = frame.message(destination);
    return message.body().isString() && frame.isMeantForJson()
        ? new Broken("its body is not JSON")
        : message;
  }

  private Incoming receipt(StompFrame frame) {
    return receipts.answered(frame.header("receipt-id"))
        ? frame.message(Command.RECEIPT.name())
        : new Incoming.Noise(Command.RECEIPT.name());
  }

  private Incoming refused(StompFrame frame) {
    failed = true;
    String reason = (frame.header("message") + " " + frame.body()).strip();
    return new Incoming.Refused(reason.isEmpty() ? "ERROR without a text" : reason, frame.detail());
  }

  @Override
  public List<String> due(long nanos) {
    if (due.isEmpty() && heartBeats.due(nanos)) {
      due.add(ClientFrames.HEART_BEAT);
    }
    List<String> all = List.copyOf(due);
    if (!all.isEmpty()) {
      due.clear();
      heartBeats.sent(nanos);
    }
    return all;
  }

  @Override
  public List<Incoming> elapsed(long nanos) {
    List<Incoming> certain = new ArrayList<>();
    if (decoder.waits() && nanos - restDue() >= 0) {
      certain.addAll(read(decoder.giveUp(), nanos));
      waitsSince = nanos;
    }
    heartBeats.missed(nanos).map(Incoming.Missed::new).ifPresent(certain::add);
    return certain;
  }

  @Override
  public Optional<Duration> heartbeat() {
    return heartBeats.promised();
  }

  private long restDue() {
    return waitsSince + REST_WITHIN.toNanos();
  }

  @Override
  public OptionalLong next() {
    OptionalLong beat = heartBeats.next();
    if (!decoder.waits()) {
      return beat;
    }
    return OptionalLong.of(
        beat.isEmpty() || restDue() - beat.getAsLong() < 0 ? restDue() : beat.getAsLong());
  }

  /** After an ERROR the server closes, and reads nothing any more. */
  @Override
  public List<String> closing() {
    return connected && !failed ? List.of(ClientFrames.disconnect(GOODBYE)) : List.of();
  }
}

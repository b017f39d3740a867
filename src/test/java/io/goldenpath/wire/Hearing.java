package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a client heard, in words. */
final class Hearing {

  static final int MAX_MESSAGE = 70_000;
  static final Duration LIMIT = Duration.ofMillis(400);

  private Hearing() {}

  static ConnectResult connect(Wire wire, URI url, String... subprotocols)
      throws InterruptedException {
    UpgradeCall call = new UpgradeCall(url, Map.of(), List.of(subprotocols), MAX_MESSAGE);
    return wire.connect(call, Deadline.in(LIMIT.multipliedBy(5), Stopwatch.SYSTEM));
  }

  static WebSocket open(Wire wire, URI url) throws InterruptedException {
    return switch (connect(wire, url)) {
      case ConnectResult.Connected(WebSocket socket, _) -> socket;
      case ConnectResult.Refused refused -> throw new AssertionError(refused.reply().toString());
      case ConnectResult.Failed failed -> throw new AssertionError(failed.failure().message());
    };
  }

  /** Everything until the end of the connection, or until nothing comes any more. */
  static List<String> all(WebSocket socket) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    while (true) {
      Received next = socket.receive(Deadline.in(LIMIT, Stopwatch.SYSTEM));
      heard.add(words(next));
      if (next instanceof Received.Ended || next instanceof Received.Nothing) {
        return heard;
      }
    }
  }

  static String words(Received received) {
    return switch (received) {
      case Received.Text text -> "text " + shortened(text.text());
      case Received.Binary binary -> "binary " + binary.payload().remaining();
      case Received.Ended ended -> words(ended.ending());
      case Received.Nothing() -> "nothing";
    };
  }

  static String words(Ending ending) {
    return switch (ending) {
      case Ending.CloseFrame(int code, String reason) -> ("close " + code + " " + reason).strip();
      case Ending.StreamEnd() -> "end";
      case Ending.Reset() -> "reset";
      case Ending.Violation(String message) -> "violation: " + message;
      case Ending.Unanswered() -> "unanswered";
    };
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.length() + " characters" : text;
  }
}

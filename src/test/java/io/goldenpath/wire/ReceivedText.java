package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a client heard, in words. */
public final class ReceivedText {

  public static final int MAX_MESSAGE = 70_000;
  public static final Duration LIMIT = Duration.ofMillis(400);

  private ReceivedText() {}

  public static ConnectResult connect(WireClient wire, URI url, String... subprotocols)
      throws InterruptedException {
    UpgradeCall call =
        new UpgradeCall(url, Map.of(), List.of(subprotocols), MAX_MESSAGE, Route.DIRECT);
    return wire.connect(call, Deadline.in(LIMIT.multipliedBy(5), Stopwatch.SYSTEM));
  }

  public static WebSocket open(WireClient wire, URI url) throws InterruptedException {
    return switch (connect(wire, url)) {
      case ConnectResult.Connected(WebSocket socket, _, _) -> socket;
      case ConnectResult.Refused refused -> throw new AssertionError(refused.reply().toString());
      case ConnectResult.Failed failed -> throw new AssertionError(failed.failure().message());
    };
  }

  /** Everything until the end of the connection, or until nothing comes any more. */
  public static List<String> all(WebSocket socket) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    while (true) {
      ReceiveResult next = socket.receive(Deadline.in(LIMIT, Stopwatch.SYSTEM));
      heard.add(describe(next));
      if (next instanceof ReceiveResult.Ended || next instanceof ReceiveResult.Nothing) {
        return heard;
      }
    }
  }

  static String describe(ReceiveResult receiveResult) {
    return switch (receiveResult) {
      case ReceiveResult.Text text -> "text " + shortened(text.text());
      case ReceiveResult.Binary binary -> "binary " + binary.payload().remaining();
      case ReceiveResult.Ended ended -> describe(ended.end());
      case ReceiveResult.Nothing() -> "nothing";
    };
  }

  static String describe(ConnectionEnd end) {
    return switch (end) {
      case ConnectionEnd.CloseFrame(int code, String reason) ->
          ("close " + code + " " + reason).strip();
      case ConnectionEnd.StreamEnd() -> "end";
      case ConnectionEnd.Reset() -> "reset";
      case ConnectionEnd.FramingEnd(String what) -> "given up: " + what;
      case ConnectionEnd.ProtocolViolation(String message) -> "violation: " + message;
      case ConnectionEnd.CloseTimeout() -> "unanswered";
    };
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.length() + " characters" : text;
  }
}

package io.goldenpath.cases;

import io.goldenpath.wire.RawServer;
import java.util.function.Function;

/**
 * How a good upgrade is answered.
 *
 * @param subprotocolLines Header lines that choose a subprotocol.
 * @param spelling Changes the whole head.
 * @param refusesByFrame Whether a bad one is answered like a good one, and then refused by a frame.
 * @param frames Writes the messages that follow.
 */
record UpgradeReply(
    Function<HttpRequest, String> subprotocolLines,
    Function<String, String> spelling,
    boolean refusesByFrame,
    SocketFrames.Writer frames) {

  /** Takes the first that is offered. */
  static final UpgradeReply PLAIN =
      new UpgradeReply(
          request -> request.offered().stream().findFirst().map(UpgradeReply::line).orElse(""),
          Function.identity(),
          false,
          SocketFrames.Writer.PLAIN);

  static UpgradeReply choosing(String... lines) {
    return new UpgradeReply(_ -> String.join("", lines), PLAIN.spelling, false, PLAIN.frames);
  }

  static String line(String subprotocol) {
    return "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
  }

  UpgradeReply refusingByFrame() {
    return new UpgradeReply(subprotocolLines, spelling, true, frames);
  }

  UpgradeReply spelt(Function<String, String> other) {
    return new UpgradeReply(subprotocolLines, other, refusesByFrame, frames);
  }

  UpgradeReply writing(SocketFrames.Writer other) {
    return new UpgradeReply(subprotocolLines, spelling, refusesByFrame, other);
  }

  String head(HttpRequest request) {
    String asked = String.join("\r\n", request.headers());
    return spelling.apply(RawServer.switching(asked, subprotocolLines.apply(request)));
  }
}

package io.goldenpath.cases;

import io.goldenpath.wire.RawServer;
import java.util.function.Function;

/**
 * How an upgrade is answered.
 *
 * @param subprotocolLines Header lines that choose a subprotocol.
 * @param spelling Changes the whole head.
 * @param refusesByFrame Whether a bad one is answered like a good one, and then refused by a frame.
 */
record UpgradeReply(
    Function<HttpRequest, String> subprotocolLines,
    Function<String, String> spelling,
    boolean refusesByFrame) {

  /** Takes the first that is offered. */
  static final UpgradeReply PLAIN =
      new UpgradeReply(
          request -> request.offered().stream().findFirst().map(UpgradeReply::line).orElse(""),
          Function.identity(),
          false);

  static UpgradeReply choosing(String... lines) {
    return new UpgradeReply(_ -> String.join("", lines), Function.identity(), false);
  }

  UpgradeReply refusingByFrame() {
    return new UpgradeReply(subprotocolLines, spelling, true);
  }

  static String line(String subprotocol) {
    return "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
  }

  String head(HttpRequest request) {
    String asked = String.join("\r\n", request.headers());
    return spelling.apply(RawServer.switching(asked, subprotocolLines.apply(request)));
  }
}

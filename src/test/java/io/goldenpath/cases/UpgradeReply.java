package io.goldenpath.cases;

import io.goldenpath.wire.RawServer;
import java.util.function.Function;

/**
 * How a good upgrade is answered.
 *
 * @param subprotocolLines Header lines that choose a subprotocol.
 * @param spelling Changes the whole head.
 */
record UpgradeReply(
    Function<HttpRequest, String> subprotocolLines, Function<String, String> spelling) {

  /** Takes the first that is offered. */
  static final UpgradeReply PLAIN =
      new UpgradeReply(
          request -> request.offered().stream().findFirst().map(UpgradeReply::line).orElse(""),
          Function.identity());

  static UpgradeReply choosing(String... lines) {
    return new UpgradeReply(_ -> String.join("", lines), Function.identity());
  }

  static String line(String subprotocol) {
    return "Sec-WebSocket-Protocol: " + subprotocol + "\r\n";
  }

  String head(HttpRequest request) {
    String asked = String.join("\r\n", request.headers());
    return spelling.apply(RawServer.switching(asked, subprotocolLines.apply(request)));
  }
}

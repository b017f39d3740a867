package io.goldenpath.cases;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Answers to the upgrade that take RFC 6455 and HTTP lightly. */
final class HandshakeCases {

  private static final String UPGRADE = "Upgrade: websocket\r\n";
  private static final String CONNECTION = "Connection: Upgrade\r\n";
  private static final String STATUS = "HTTP/1.1 101 Switching Protocols";

  private HandshakeCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(accepts(), upgrades(), connections(), starts(), others(), subprotocols())
        .flatMap(group -> group);
  }

  private static Stream<PlatformCase> accepts() {
    String accept = "(Sec-WebSocket-Accept:) (\\S+)\r\n";
    return Stream.of(
        of("accept-wrong", accept, "$1 s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"),
        of("accept-missing", accept, ""),
        of("accept-empty", accept, "$1\r\n"),
        of("accept-twice", accept, "$1 $2\r\n$1 $2\r\n"),
        of("accept-blanks", accept, "$1 \t $2 \t \r\n"),
        of("accept-no-blank", accept, "$1$2\r\n"),
        of("accept-longer", accept, "$1 x$2\r\n"),
        of("accept-quoted", accept, "$1 \"$2\"\r\n"),
        of("accept-list", accept, "$1 $2, $2\r\n"),
        of("accept-final-comma", accept, "$1 $2,\r\n"));
  }

  private static Stream<PlatformCase> upgrades() {
    return Stream.of(
        of("upgrade-missing", UPGRADE, ""),
        of("upgrade-empty", UPGRADE, "Upgrade:\r\n"),
        of("upgrade-list", UPGRADE, "Upgrade: websocket, h2c\r\n"),
        of("upgrade-list-last", UPGRADE, "Upgrade: h2c, websocket\r\n"),
        of("upgrade-twice", UPGRADE, UPGRADE + UPGRADE),
        of("upgrade-two", UPGRADE, "Upgrade: h2c\r\n" + UPGRADE),
        of("upgrade-version", UPGRADE, "Upgrade: WebSocket/13\r\n"),
        of("upgrade-final-comma", UPGRADE, "Upgrade: websocket,\r\n"),
        of("upgrade-quoted", UPGRADE, "Upgrade: \"websocket\"\r\n"));
  }

  private static Stream<PlatformCase> connections() {
    return Stream.of(
        of("connection-missing", CONNECTION, ""),
        of("connection-close", CONNECTION, "Connection: close\r\n"),
        of("connection-small", CONNECTION, "connection: upgrade\r\n"),
        of("connection-twice", CONNECTION, "Connection: keep-alive\r\n" + CONNECTION),
        of("connection-list", CONNECTION, "Connection: close,upgrade ,\r\n"),
        of("connection-quoted", CONNECTION, "Connection: \"Upgrade\"\r\n"),
        of("connection-longer", CONNECTION, "Connection: Upgraded\r\n"));
  }

  private static Stream<PlatformCase> starts() {
    return Stream.of(
        start("101-no-reason", "HTTP/1.1 101"),
        start("101-no-reason-blank", "HTTP/1.1 101 "),
        start("101-odd-reason", "HTTP/1.1 101 Grüße: aus Köln"),
        start("101-blanks", "HTTP/1.1   101   Switching"),
        start("101-small", "http/1.1 101 Switching"),
        start("101-http-1.0", "HTTP/1.0 101 Switching Protocols"),
        start("101-http-1.2", "HTTP/1.2 101 Switching Protocols"),
        start("101-http-2.0", "HTTP/2.0 101 Switching Protocols"),
        start("101-blank-line-first", "\r\n" + STATUS),
        start("101-after-continue", "HTTP/1.1 100 Continue\r\n\r\n" + STATUS),
        start("101-after-hints", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + STATUS),
        start("status-100", "HTTP/1.1 100 Continue"),
        start("status-102", "HTTP/1.1 102 Processing"),
        start("status-200", "HTTP/1.1 200 OK"),
        start("status-426", "HTTP/1.1 426 Upgrade Required"),
        start("upgrade-redirected", "HTTP/1.1 307 Temporary Redirect\r\nLocation: /ws2"));
  }

  private static Stream<PlatformCase> others() {
    return Stream.of(
        more("101-length-0", "Content-Length: 0\r\n"),
        more("101-length-5", "Content-Length: 5\r\n"),
        more("101-lengths-differ", "Content-Length: 5\r\nContent-Length: 6\r\n"),
        more("101-chunked", "Transfer-Encoding: chunked\r\n"),
        more("101-gzip", "Content-Encoding: gzip\r\n"),
        more("101-folded", "X-Served-By: node\r\n of many\r\n"),
        more("101-no-colon", "served by node 1\r\n"),
        more("101-odd-name", "X Served By: node 1\r\n"),
        more("101-nul", "X-Served-By: node\0one\r\n"),
        more("101-location", "Location: /a\r\nLocation: /b\r\n"),
        more("101-big-header", "X-Policy: " + "p".repeat(100_000) + "\r\n"),
        more("101-huge-header", "X-Policy: " + "p".repeat(300_000) + "\r\n"),
        more("101-cookie", "Set-Cookie: sid=1; Path=/\r\n"),
        of("101-name-blank", "Upgrade:", "Upgrade :"),
        of("101-name-tab", "Connection:", "Connection\t:"));
  }

  private static Stream<PlatformCase> subprotocols() {
    return Stream.of(
        chooses("subprotocol-blanks", "Sec-WebSocket-Protocol: \t chat.v2 \t\r\n"),
        chooses("subprotocol-twice", UpgradeReply.line("chat.v2"), UpgradeReply.line("chat.v2")),
        chooses("subprotocol-then-none", UpgradeReply.line("chat.v2"), UpgradeReply.line("")),
        chooses("subprotocol-final-comma", UpgradeReply.line("chat.v2,")),
        chooses("subprotocol-first-comma", UpgradeReply.line(",chat.v2")),
        chooses("subprotocol-quoted", UpgradeReply.line("\"chat.v2\"")),
        chooses("subprotocol-parameter", UpgradeReply.line("chat.v2;q=1")),
        chooses("subprotocol-small-name", "sec-websocket-protocol: chat.v2\r\n"),
        PlatformCase.of("subprotocol-unasked-empty")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line("")))),
        PlatformCase.of("subprotocol-unasked-comma")
            .that(good -> good.upgrade(UpgradeReply.choosing(UpgradeReply.line(",")))));
  }

  private static PlatformCase chooses(String name, String... lines) {
    return PlatformCase.of(name)
        .with("socket.subprotocols[0]", "chat.v2")
        .with("socket.subprotocols[1]", "chat.v1")
        .that(good -> good.upgrade(UpgradeReply.choosing(lines)));
  }

  private static PlatformCase start(String name, String status) {
    return spelt(name, head -> head.replace(STATUS, status));
  }

  private static PlatformCase more(String name, String lines) {
    return spelt(name, head -> head.replace(CONNECTION, CONNECTION + lines));
  }

  private static PlatformCase of(String name, String pattern, String replacement) {
    return spelt(name, head -> head.replaceFirst(pattern, replacement));
  }

  private static PlatformCase spelt(String name, UnaryOperator<String> change) {
    return PlatformCase.of(name).that(good -> good.upgrade(UpgradeReply.PLAIN.spelt(change)));
  }
}

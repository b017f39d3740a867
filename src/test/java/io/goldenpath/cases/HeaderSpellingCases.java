package io.goldenpath.cases;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that read header names letter by letter, and servers that write them in their way. */
final class HeaderSpellingCases {

  private HeaderSpellingCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        wants("case-sensitive", "Connection: Upgrade", "Sec-WebSocket-Key: "),
        wants("case-sensitive-upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13"),
        wants("case-sensitive-host", "Host: 127.0.0.1:"),
        wants("case-sensitive-origin", "Origin: https://app.example.com")
            .with("socket.headers.Origin", "https://app.example.com"),
        wants("case-sensitive-agent", "User-Agent: "),
        wants("case-sensitive-token", "Authorization: Bearer "),
        wants("case-sensitive-protocol", "Sec-WebSocket-Protocol: ")
            .with("socket.token-in", "subprotocol"),
        wants("case-sensitive-own", "X-Tenant-ID: t-1").with("socket.headers.X-Tenant-ID", "t-1"),
        loginWants("case-sensitive-login", "Content-Type: application/json", "Content-Length: "),
        loginWants("case-sensitive-login-host", "Host: 127.0.0.1:", "User-Agent: "),
        loginWants("case-sensitive-login-own", "X-Tenant-ID: t-1")
            .with("login.headers.X-Tenant-ID", "t-1"),
        answers("reply-small-letters", head -> head.toLowerCase(Locale.ROOT), true),
        answers(
            "reply-capitals",
            head -> head.replace("Upgrade: websocket", "UPGRADE: WebSocket"),
            false),
        answers(
            "reply-connection-list",
            head -> head.replace("Connection: Upgrade", "Connection: keep-alive, Upgrade"),
            false),
        answers("reply-bare-lf", head -> head.replace("\r\n", "\n"), false),
        answers(
            "reply-other-reason",
            head -> head.replace("Switching Protocols", "Web Socket Protocol Handshake"),
            false));
  }

  private static PlatformCase wants(String name, String... spellings) {
    return PlatformCase.of(name)
        .that(good ->
            good.check(
                UpgradeCheck.also(
                    request -> List.of(spellings).stream().allMatch(request::spells),
                    "not a WebSocket request")));
  }

  private static PlatformCase loginWants(String name, String... spellings) {
    return PlatformCase.of(name)
        .that(good ->
            good.answering((request, reply) ->
                List.of(spellings).stream().allMatch(request::spells)
                    ? reply
                    : reply.starting("HTTP/1.1 400 Bad Request")));
  }

  private static PlatformCase answers(
      String name, UnaryOperator<String> spelling, boolean keepsAccept) {
    return PlatformCase.of(name)
        .that(good ->
            good.upgrade(
                UpgradeReply.PLAIN.spelt(
                    head -> keepsAccept ? namesOnly(head, spelling) : spelling.apply(head))));
  }

  /** Changes names of headers, not their values. */
  private static String namesOnly(String head, UnaryOperator<String> spelling) {
    StringBuilder changed = new StringBuilder();
    for (String line : head.split("(?<=\n)", -1)) {
      int colon = line.indexOf(':');
      changed.append(
          colon < 0 ? line : spelling.apply(line.substring(0, colon)) + line.substring(colon));
    }
    return changed.toString();
  }
}

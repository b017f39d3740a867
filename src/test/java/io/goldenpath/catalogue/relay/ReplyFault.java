package io.goldenpath.catalogue.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** What the relay can do to an HTTP reply, one constant each. */
public enum ReplyFault {
  UNANSWERED("Never answers.", (line, _) -> line.untilGone()),
  ENDED("Ends the connection in place of an answer.", (line, _) -> line.end()),
  RESET("Resets the connection in place of an answer.", (line, _) -> line.reset()),
  HALF_THEN_SILENT(
      "Sends half of the reply's head, and no more.",
      (line, reply) -> {
        line.write(half(reply.head()));
        line.untilGone();
      }),
  HALF_THEN_ENDED(
      "Sends half of the reply's head, and ends the connection.",
      (line, reply) -> {
        line.write(half(reply.head()));
        line.end();
      }),
  HALF_THEN_RESET(
      "Sends half of the reply's head, and resets the connection.",
      (line, reply) -> {
        line.write(half(reply.head()));
        line.reset();
      }),
  DRIBBLED("Sends the reply at a byte a second.", (line, reply) -> line.dribble(reply.head())),
  NOT_HTTP("Answers as a mail server would.", says("220 mail.example.com ESMTP\r\n")),
  ENDLESS_HEADERS(
      "Sends headers without end.",
      (line, _) -> {
        line.write("HTTP/1.1 200 OK\r\n");
        line.repeat("X-Filler: " + "x".repeat(8_000) + "\r\n");
      }),
  ENDLESS_BODY(
      "Sends a body without end.",
      (line, _) -> {
        line.write("HTTP/1.1 500 Internal Server Error\r\nTransfer-Encoding: chunked\r\n\r\n");
        line.repeat("10000\r\n" + "x".repeat(0x10000) + "\r\n");
      }),
  STALLED_BODY(
      "Announces a body and sends the half of it.",
      (line, _) -> {
        line.write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 20\r\n\r\nhalf of it");
        line.untilGone();
      }),
  STATUS_400("Finds the request bad.", answers("400 Bad Request", "bad request")),
  STATUS_401("Wants another token.", answers("401 Unauthorized", "token rejected")),
  STATUS_403("Says no for a reason.", answers("403 Forbidden", "token lacks scope 'chat'")),
  STATUS_403_ORIGIN("Says no for another reason.", answers("403 Forbidden", "bad origin")),
  STATUS_404("Knows no such path.", answers("404 Not Found", "no such path")),
  STATUS_500("Breaks.", answers("500 Internal Server Error", "out of memory")),
  STATUS_502_EDGE(
      "Lets the edge answer with a page of its own.",
      says(
          "HTTP/1.1 502 Bad Gateway\r\nServer: edge\r\nContent-Type: text/html\r\n"
              + "Connection: close\r\n\r\n<html><h1>502 Bad Gateway</h1></html>")),
  STATUS_503("Has no time, and does not say until when.", answers("503 Busy", "busy")),
  STATUS_503_LATER("Has no time for seven seconds.", answers("503 Busy\r\nRetry-After: 7", "busy")),
  STATUS_429_LATER(
      "Has heard too much for now.", answers("429 Too Many\r\nRetry-After: 7", "slow down")),
  REDIRECTED(
      "Sends everybody in a circle.",
      (line, reply) ->
          line.write(
              "HTTP/1.1 302 Found\r\nLocation: "
                  + reply.path()
                  + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")),
  WRONG_KEY(
      "Accepts another key than it was sent.",
      changed(head -> head.replaceFirst("(?i)(sec-websocket-accept: *).*", "$1AAAAAAAAAAA="))),
  NO_KEY(
      "Accepts no key at all.",
      changed(head -> head.replaceFirst("(?i)sec-websocket-accept: .*\r\n", ""))),
  UNOFFERED_EXTENSION(
      "Chooses an extension that nobody offered.",
      changed(head ->
          head.replaceFirst("(?i)sec-websocket-extensions: .*\r\n", "")
              .replaceFirst("\r\n", "\r\nSec-WebSocket-Extensions: x-quantum\r\n"))),
  UNOFFERED_SUBPROTOCOL(
      "Chooses a subprotocol that nobody offered.",
      changed(head -> head.replaceFirst("\r\n", "\r\nSec-WebSocket-Protocol: soap\r\n")));

  private final String sentence;
  private final Trick trick;

  ReplyFault(String sentence, Trick trick) {
    this.sentence = sentence;
    this.trick = trick;
  }

  /**
   * The reply as the server meant it.
   *
   * @param path Path of the request.
   * @param head Head of the reply, with the empty line.
   */
  record Reply(String path, String head) {}

  /** How a fault is played. */
  @FunctionalInterface
  interface Trick {
    void play(RelayLine line, Reply reply) throws IOException;
  }

  /** What it does, for a person. */
  public String sentence() {
    return sentence;
  }

  Trick trick() {
    return trick;
  }

  private static Trick says(String text) {
    return (line, _) -> {
      line.write(text);
      line.end();
    };
  }

  private static Trick answers(String status, String body) {
    return says(
        "HTTP/1.1 %s\r\nContent-Type: text/plain\r\nX-Platform: demo\r\nContent-Length: %d\r\n"
                .formatted(status, body.length())
            + "Connection: close\r\n\r\n"
            + body);
  }

  private static Trick changed(UnaryOperator<String> change) {
    return (line, reply) -> {
      line.write(change.apply(reply.head()));
      line.untilGone();
    };
  }

  private static String half(String head) {
    byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, 0, bytes.length / 2, StandardCharsets.ISO_8859_1);
  }
}

package io.goldenpath.cases;

import static io.goldenpath.cases.LoginReply.Transfer.chunked;
import static io.goldenpath.cases.LoginReply.Transfer.saying;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Replies of servers that take HTTP lightly: browsers read some of them, and others not. */
final class HttpReplyCases {

  private static final String LENGTH = "Content-Length: %d";

  private static final LoginReply.Transfer SMALL =
      chunked("%x\r\n")
          .sending(body -> {
            StringBuilder chunks = new StringBuilder();
            for (byte one : body) {
              chunks.append("1\r\n").append((char) one).append("\r\n");
            }
            return chunks + "0\r\n\r\n";
          });

  private static final LoginReply.Transfer TRAILERS =
      chunked("%x\r\n")
          .sending(body ->
              "%x\r\n%s\r\n000\r\nX-Sum: 1\r\nodd\r\n\r\n".formatted(body.length, text(body)));

  private static final LoginReply.Transfer UNENDED =
      chunked("%x\r\n").sending(body -> "%x\r\n%s\r\n".formatted(body.length, text(body)));

  private HttpReplyCases() {}

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.ISO_8859_1);
  }

  static Stream<PlatformCase> cases() {
    return Stream.of(lengths(), chunks(), lines(), bounds()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> lengths() {
    return Stream.of(
        of("dup-length", reply -> reply.cut(saying(LENGTH, LENGTH))),
        of("no-length", reply -> reply.cut(saying())),
        of("http-1.0", reply -> reply.starting("HTTP/1.0 200 OK").cut(saying())),
        of("dup-length-differs", reply -> reply.cut(saying(LENGTH, "Content-Length: 5")))
            .expect(Expected.fails("protocol_error", "login", "Content-Length")),
        of("length-too-long", reply -> reply.cut(saying("Content-Length: 9%d")))
            .expect(Expected.fails("login_failed", "login")));
  }

  private static Stream<PlatformCase> chunks() {
    return Stream.of(
        of("chunked", reply -> reply.cut(chunked("%x\r\n"))),
        of("padded-chunk", reply -> reply.cut(chunked("%x  \r\n"))),
        of("padded-chunk-extension", reply -> reply.cut(chunked("%x ;name\r\n"))),
        of("chunk-line-feed", reply -> reply.cut(chunked("%x\n"))),
        of("chunk-odd-extension", reply -> reply.cut(chunked("%x; =\"\u00e9(\r\n"))),
        of("chunks-small", reply -> reply.cut(SMALL)),
        of("chunk-trailers", reply -> reply.cut(TRAILERS)),
        of("chunk-leading-zeros", reply -> reply.cut(chunked("0000%x\r\n"))),
        of("chunk-capitals", reply -> reply.cut(chunked("%X\r\n"))),
        of("chunk-extension", reply -> reply.cut(chunked("%x;name=\"value\"\r\n"))),
        of("chunk-and-length", reply -> reply.cut(chunked("%x\r\n")).with("Content-Length: 3")),
        of("chunk-size-garbage", reply -> reply.cut(chunked("zz%x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is 'zz")),
        of("chunk-size-0x", reply -> reply.cut(chunked("0x%x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is '0x")),
        of("chunk-size-signed", reply -> reply.cut(chunked("+%x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is '+")),
        of("chunk-size-blank-first", reply -> reply.cut(chunked(" %x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is ' ")),
        of("chunk-size-tab", reply -> reply.cut(chunked("%x\t\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is '")),
        of("chunk-size-none", reply -> reply.cut(chunked(";%x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is ''")),
        of("chunk-size-over-64-bit", reply -> reply.cut(chunked("1%016x\r\n")))
            .expect(Expected.fails("protocol_error", "login", "the size of a chunk is '1000")),
        of("chunk-longer-than-its-size", reply -> reply.cut(chunked("2\r\n")))
            .expect(Expected.fails("protocol_error", "login", "longer than its size says")),
        of("chunk-line-without-end", reply -> reply.cut(chunked("%x;" + "e".repeat(20_000))))
            .expect(Expected.fails("protocol_error", "login", "a line between chunks")),
        of("chunk-shorter-than-its-size", reply -> reply.cut(chunked("9%x\r\n")))
            .expect(Expected.fails("login_failed", "login", "in the middle of its reply")),
        of("chunks-without-end", reply -> reply.cut(UNENDED))
            .expect(Expected.fails("login_failed", "login", "in the middle of its reply")),
        of("chunked-http-1.0", reply -> reply.starting("HTTP/1.0 200 OK").cut(chunked("%x\r\n")))
            .expect(Expected.fails("login_failed", "login", "not with JSON")));
  }

  private static Stream<PlatformCase> lines() {
    return Stream.of(
        of("bare-lf", reply -> reply.endingLinesWith("\n")),
        of("no-reason", reply -> reply.starting("HTTP/1.1 200")),
        of("no-reason-blank", reply -> reply.starting("HTTP/1.1 200 ")),
        of(
            "early-hints",
            reply ->
                reply.starting("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK")),
        of(
            "continue-first",
            reply -> reply.starting("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")),
        of("header-utf-8", reply -> reply.with("X-Served-By: Grüße aus Köln")),
        of("header-no-blank", reply -> reply.with("X-Served-By:node-1")),
        of("header-empty", reply -> reply.with("X-Served-By:")),
        of("header-odd-name", reply -> reply.with("X-Served By: node-1")),
        of("header-no-colon", reply -> reply.with("served by node 1")),
        of("status-201", reply -> reply.starting("HTTP/1.1 201 Created")),
        of("not-http", reply -> reply.starting("SSH-2.0-OpenSSH_9.2p1"))
            .expect(Expected.fails("protocol_error", "login", "HTTP")));
  }

  private static Stream<PlatformCase> bounds() {
    return Stream.of(
        of("big-headers", reply -> cookies(reply, 5, 3800)),
        of("big-headers-60k", reply -> cookies(reply, 15, 4000)),
        of("big-header-one", reply -> reply.with("X-Policy: " + "p".repeat(20_000))),
        of("many-headers", reply -> cookies(reply, 150, 10)),
        of("headers-without-end", reply -> cookies(reply, 300, 4000))
            .expect(Expected.fails("protocol_error", "login", "headers beyond our bound")),
        of("body-without-end", reply -> reply.body(body -> Arrays.copyOf(body, 64 << 20)))
            .expect(Expected.fails("login_failed", "login", "more than")));
  }

  private static LoginReply cookies(LoginReply reply, int number, int length) {
    LoginReply more = reply;
    for (int i = 0; i < number; i++) {
      more = more.with("Set-Cookie: session.%d=%s; Path=/".formatted(i, "x".repeat(length)));
    }
    return more;
  }

  private static PlatformCase of(String name, UnaryOperator<LoginReply> change) {
    return PlatformCase.of(name).that(good -> good.login(change));
  }
}

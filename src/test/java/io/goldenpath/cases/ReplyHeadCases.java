package io.goldenpath.cases;

import static io.goldenpath.cases.LoginReply.Transfer.saying;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Heads of a login's reply that nobody should write. */
final class ReplyHeadCases {

  private static final String OK = "HTTP/1.1 200 OK";

  private ReplyHeadCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(starts(), names(), lengths(), twice(), statuses()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> starts() {
    return Stream.of(
        start("http-1", "HTTP/1 200 OK"),
        start("http-2", "HTTP/2 200 OK"),
        start("http-2.0", "HTTP/2.0 200 OK"),
        start("http-0.9", "HTTP/0.9 200 OK"),
        start("http-1.10", "HTTP/1.10 200 OK"),
        start("http-01.1", "HTTP/01.1 200 OK"),
        start("http-small", "http/1.1 200 OK"),
        start("http-blank", "HTTP /1.1 200 OK"),
        start("http-no-version", "HTTP/ 200 OK"),
        start("icy", "ICY 200 OK"),
        start("start-crlf-first", "\r\n" + OK),
        start("start-lf-first", "\n" + OK),
        start("start-two-crlf-first", "\r\n\r\n" + OK),
        start("start-three-crlf-first", "\r\n\r\n\r\n" + OK),
        start("start-blank-first", " " + OK),
        start("start-blanks-first", "    " + OK),
        start("start-five-blanks-first", "     " + OK),
        start("start-tab-first", "\t" + OK),
        start("start-junk-first", "junk" + OK),
        start("start-more-junk-first", "junk!" + OK),
        start("start-tab-between", "HTTP/1.1\t200\tOK"),
        start("start-blanks-between", "HTTP/1.1   200   OK"),
        start("start-nothing-between", "HTTP/1.1200 OK"),
        start("reason-nothing-between", "HTTP/1.1 200OK"),
        start("reason-control", "HTTP/1.1 200 O\u0001K"),
        start("status-missing", "HTTP/1.1"),
        start("status-missing-blank", "HTTP/1.1 "),
        start("status-word", "HTTP/1.1 OK"),
        start("status-signed", "HTTP/1.1 +200 OK"),
        start("status-2-digits", "HTTP/1.1 20 OK"),
        start("status-4-digits", "HTTP/1.1 2000 OK"),
        start("status-leading-zero", "HTTP/1.1 0200 OK"),
        start("status-negative", "HTTP/1.1 -200 OK"));
  }

  private static Stream<PlatformCase> names() {
    return Stream.of(
        line("header-nameless", ": node-1"),
        line("header-nameless-blank", " : node-1"),
        line("header-colon-alone", ":"),
        line("header-name-control", "X-Served\u0001By: node-1"),
        line("header-name-delete", "X-Served\u007fBy: node-1"),
        line("header-name-nul", "X-Served\0By: node-1"),
        line("header-name-tab", "X-Served-By\t: node-1"),
        line("header-name-beyond-ascii", "X-Größe: 1"),
        line("header-name-quoted", "\"X-Served-By\": node-1"),
        line("header-value-control", "X-Served-By: node\u0001one"),
        line("header-value-delete", "X-Served-By: node\u007fone"),
        line("header-value-nul", "X-Served-By: node\0one"),
        line("header-value-cr", "X-Served-By: node\rone"),
        line("header-folded", "X-Served-By: node\r\n one"),
        line("header-folded-tab", "X-Served-By: node\r\n\tone"),
        of("header-folded-first", reply -> reply.starting(OK + "\r\n X-Served-By: node-1")));
  }

  private static Stream<PlatformCase> lengths() {
    return Stream.of(
        length("length-word", "many"),
        length("length-negative", "-5"),
        length("length-negative-own", "-%d"),
        length("length-minus-zero", "-0"),
        length("length-signed", "+%d"),
        length("length-fraction", "%d.5"),
        length("length-hexadecimal", "0x%x"),
        length("length-empty", ""),
        length("length-blanks", "  %d  "),
        length("length-tab", "\t%d"),
        length("length-leading-zeros", "000%d"),
        length("length-list", "%1$d, %1$d"),
        length("length-list-differs", "%d, 5"),
        length("length-unit", "%d bytes"),
        length("length-semicolon", "%d;"),
        length("length-over-64-bit", "99999999999999999999"),
        length("length-over-63-bit", "9223372036854775808"),
        of(
            "length-word-then-right",
            reply -> reply.cut(saying("Content-Length: many", "Content-Length: %d"))),
        of(
            "length-right-then-word",
            reply -> reply.cut(saying("Content-Length: %d", "Content-Length: many"))),
        of(
            "length-zeros-differ",
            reply -> reply.cut(saying("Content-Length: %d", "Content-Length: 0%d"))));
  }

  private static Stream<PlatformCase> twice() {
    return Stream.of(
        of("locations-differ", reply -> reply.with("Location: /a", "Location: /b")),
        of("locations-agree", reply -> reply.with("Location: /a", "Location: /a")),
        of("dispositions-differ", reply -> reply.with(disposition("a"), disposition("b"))),
        of("dispositions-agree", reply -> reply.with(disposition("a"), disposition("a"))),
        of(
            "locations-differ-201",
            reply -> reply.starting("HTTP/1.1 201 Created").with("Location: /a", "Location: /b")));
  }

  private static String disposition(String name) {
    return "Content-Disposition: attachment; filename=" + name;
  }

  private static Stream<PlatformCase> statuses() {
    return Stream.of(
        start("status-202", "HTTP/1.1 202 Accepted"),
        start("status-203", "HTTP/1.1 203 Non-Authoritative Information"),
        start("status-204-body", "HTTP/1.1 204 No Content"),
        start("status-205-body", "HTTP/1.1 205 Reset Content"),
        start("status-206", "HTTP/1.1 206 Partial Content"),
        start("status-226", "HTTP/1.1 226 IM Used"),
        start("status-299", "HTTP/1.1 299 Fine"));
  }

  private static PlatformCase start(String name, String start) {
    return of("login-" + name, reply -> reply.starting(start));
  }

  private static PlatformCase line(String name, String line) {
    return of(name, reply -> reply.with(line));
  }

  private static PlatformCase length(String name, String value) {
    return of(name, reply -> reply.cut(saying("Content-Length: " + value)));
  }

  private static PlatformCase of(String name, UnaryOperator<LoginReply> change) {
    return PlatformCase.of(name).that(good -> good.login(change));
  }
}

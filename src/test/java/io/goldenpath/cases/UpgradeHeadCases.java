package io.goldenpath.cases;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Heads of a 101 that nobody should write. */
final class UpgradeHeadCases {

  private static final String STATUS = "HTTP/1.1 101 Switching Protocols";
  private static final String CONNECTION = "Connection: Upgrade\r\n";

  private UpgradeHeadCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.concat(starts(), lines());
  }

  private static Stream<PlatformCase> starts() {
    return Stream.of(
        start("101-http-2", "HTTP/2 101 Switching Protocols"),
        start("101-http-1", "HTTP/1 101 Switching Protocols"),
        start("101-http-0.9", "HTTP/0.9 101 Switching Protocols"),
        start("101-http-1.10", "HTTP/1.10 101 Switching Protocols"),
        start("101-http-01.1", "HTTP/01.1 101 Switching Protocols"),
        start("101-http-blank", "HTTP /1.1 101 Switching Protocols"),
        start("101-http-no-version", "HTTP/ 101 Switching Protocols"),
        start("101-icy", "ICY 101 Switching Protocols"),
        start("101-lf-first", "\n" + STATUS),
        start("101-two-crlf-first", "\r\n\r\n" + STATUS),
        start("101-three-crlf-first", "\r\n\r\n\r\n" + STATUS),
        start("101-blank-first", " " + STATUS),
        start("101-blanks-first", "    " + STATUS),
        start("101-five-blanks-first", "     " + STATUS),
        start("101-tab-first", "\t" + STATUS),
        start("101-junk-first", "junk" + STATUS),
        start("101-more-junk-first", "junk!" + STATUS),
        start("101-tabs-between", "HTTP/1.1\t101\tSwitching Protocols"),
        start("101-nothing-between", "HTTP/1.1101 Switching Protocols"),
        start("101-reason-nothing-between", "HTTP/1.1 101Switching Protocols"),
        start("101-reason-control", "HTTP/1.1 101 Switching\u0001Protocols"),
        start("101-signed", "HTTP/1.1 +101 Switching Protocols"),
        start("101-2-digits", "HTTP/1.1 10 Switching Protocols"),
        start("101-4-digits", "HTTP/1.1 1010 Switching Protocols"),
        start("101-leading-zero", "HTTP/1.1 0101 Switching Protocols"),
        start("101-missing", "HTTP/1.1"));
  }

  private static Stream<PlatformCase> lines() {
    return Stream.of(
        line("101-nameless", ": node-1"),
        line("101-nameless-blank", " : node-1"),
        line("101-colon-alone", ":"),
        line("101-name-control", "X-Served\u0001By: node-1"),
        line("101-name-delete", "X-Served\u007fBy: node-1"),
        line("101-name-nul", "X-Served\0By: node-1"),
        line("101-name-latin", "X-Gr\u00f6\u00dfe: 1"),
        line("101-value-control", "X-Served-By: node\u0001one"),
        line("101-value-delete", "X-Served-By: node\u007fone"),
        line("101-value-cr", "X-Served-By: node\rone"),
        line("101-length-word", "Content-Length: many"),
        line("101-length-negative", "Content-Length: -5"),
        line("101-length-over-64-bit", "Content-Length: 99999999999999999999"),
        line("101-length-list-differs", "Content-Length: 5, 6"),
        line("101-locations-agree", "Location: /a\r\nLocation: /a"),
        line("101-dispositions-differ", "Content-Disposition: a\r\nContent-Disposition: b"),
        spelt("101-folded-first", head -> head.replaceFirst("\r\n", "\r\n X-First: node-1\r\n")),
        spelt("101-bare-lf", head -> head.replace("\r\n", "\n")),
        spelt("101-bare-lf-end", head -> head.replaceFirst("\r\n\r\n$", "\r\n\n")),
        spelt("101-bare-cr", head -> head.replace(CONNECTION, "Connection: Upgrade\r")));
  }

  private static PlatformCase start(String name, String status) {
    return spelt(name, head -> head.replace(STATUS, status));
  }

  private static PlatformCase line(String name, String line) {
    return spelt(name, head -> head.replace(CONNECTION, CONNECTION + line + "\r\n"));
  }

  private static PlatformCase spelt(String name, UnaryOperator<String> change) {
    return PlatformCase.of(name).that(good -> good.upgrade(UpgradeReply.PLAIN.spelt(change)));
  }
}

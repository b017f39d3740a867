package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.EVERYWHERE;
import static io.goldenpath.cases.CookieCase.kept;
import static io.goldenpath.cases.CookieCase.keptAs;
import static io.goldenpath.cases.CookieCase.refused;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Values, letter by letter. */
final class CookieValueCases {

  private CookieValueCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.concat(single(), several());
  }

  private static Stream<PlatformCase> single() {
    return Stream.of(
        value("cookie-json", "{\"user\":\"probe-a\",\"roles\":[\"chat\"]}"),
        value("cookie-space", "Bearer abcdefgh12345678"),
        value("cookie-quoted", "\"abcdefgh12345678\""),
        value("cookie-quoted-space", "\"abc defgh\\\"12345678\""),
        value("cookie-half-quoted", "\"abcdefgh12345678"),
        value("cookie-equals", "abcdefgh=12345678=="),
        value("cookie-comma", "abcd,efgh,12345678"),
        value("cookie-percent", "abc%20d%2Fefgh%3D12345678"),
        value("cookie-backslash", "abc\\d\\efgh12345678"),
        value("cookie-at", "s:abc@d:e/f?g#h[1]2(3)<4>5"),
        keptAs("cookie-utf-8", "sid=" + latin("grüße-€-12345678"), "sid=grüße-€-12345678; Path=/"),
        keptAs("cookie-empty-value", "sid=", "sid=; Path=/"),
        keptAs("cookie-nameless", "abcdefgh12345678", "abcdefgh12345678; Path=/"),
        keptAs("cookie-nameless-equals", "abcdefgh12345678", "=abcdefgh12345678; Path=/"),
        keptAs("cookie-blanks", "sid=abcdefgh 12345678", "  sid \t=  abcdefgh 12345678 \t; Path=/"),
        keptAs("cookie-odd-name", "s@i:d[0]=abcdefgh", "s@i:d[0]=abcdefgh; Path=/"),
        keptAs("cookie-4096", "sid=" + "x".repeat(4093), "sid=" + "x".repeat(4093) + "; Path=/"),
        refused("cookie-4097", "sid=" + "x".repeat(4094) + "; Path=/", "4096"));
  }

  private static Stream<PlatformCase> several() {
    return Stream.of(
        keptAs("cookie-order", "b=2; a=1", "b=2; Path=/", "a=1; Path=/"),
        keptAs(
            "cookie-longest-path-first",
            "sid=two; sid=one",
            "sid=one; Path=/",
            "sid=two; Path=/ws"),
        keptAs("cookie-again", "sid=two", "sid=one; Path=/", "sid=two; Path=/"),
        keptAs(
            "cookie-taken-back",
            "b=2",
            "sid=abcdefgh12345678; Path=/",
            "b=2; Path=/",
            "sid=; Path=/; Max-Age=0"),
        keptAs("cookie-names-have-case", "sid=one; SID=two", "sid=one; Path=/", "SID=two; Path=/"));
  }

  private static PlatformCase value(String name, String value) {
    return kept(name, "sid=" + value, "sid=" + value + EVERYWHERE);
  }

  /** As a server reads it that knows bytes alone. */
  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}

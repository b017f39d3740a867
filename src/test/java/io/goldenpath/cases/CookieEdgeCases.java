package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.SESSION;
import static io.goldenpath.cases.CookieCase.kept;
import static io.goldenpath.cases.CookieCase.keptAs;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cookies with odd letters and paths, long ones, and many. */
final class CookieEdgeCases {

  private CookieEdgeCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(letters(), nameless(), paths(), sizes(), numbers()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> letters() {
    return Stream.of(
        pair("control-1", "sid=abc\1defgh"),
        pair("tab", "sid=abc\tdefgh"),
        pair("delete", "sid=abc\177defgh"),
        pair("nul", "sid=abcdefgh\0"),
        pair("carriage-return", "sid=abc\rdefgh"),
        kept("cookie-control-in-attribute", SESSION, SESSION + "; Path=/; Colour=a\1b"),
        kept("cookie-tab-in-attribute", SESSION, SESSION + "; Path=/; Colour=a\tb"),
        pair("c1-control", "sid=abc\u0085defgh"),
        pair("no-break-blank", "sid=\u00a0abcdefgh\u00a0"),
        pair("vertical-tab", "sid=\u000babcdefgh"),
        pair("emoji", "sid=😀abcdefgh"),
        pair("name-utf-8", "größe=abcdefgh"),
        pair("name-blank", "s id=abcdefgh"),
        pair("name-quoted", "\"sid\"=abcdefgh"));
  }

  private static Stream<PlatformCase> nameless() {
    return Stream.of(
        keptAs("cookie-first-semicolon", SESSION, ";" + SESSION + "; Path=/"),
        keptAs("cookie-empty", SESSION, SESSION + "; Path=/", ""),
        keptAs("cookie-equals-alone", SESSION, SESSION + "; Path=/", "=; Path=/"),
        keptAs("cookie-folded-two", SESSION, SESSION + "; Path=/, b=2; Path=/"),
        keptAs("nameless-prefix", "__Host-sid=abcdefgh", "=__Host-sid=abcdefgh; Path=/; Secure"),
        keptAs("nameless-small-prefix", "__secure-sid", "__secure-sid; Path=/; Secure"),
        keptAs("nameless-http-prefix", "__Http-", "__Http-; Path=/; Secure; HttpOnly"),
        keptAs("nameless-first", "abcdefgh; sid=12", "abcdefgh; Path=/", "sid=12; Path=/"),
        keptAs("nameless-twice", "ijklmnop", "abcdefgh; Path=/", "ijklmnop; Path=/"));
  }

  private static Stream<PlatformCase> paths() {
    return Stream.of("\"/\"", " / ", "/ws/", "/WS", "/%77s", "//", "/ws; Path=x", "/ws; Path", "/w")
        .map(path -> kept("cookie Path=" + path, SESSION, SESSION + "; Path=" + path));
  }

  private static Stream<PlatformCase> sizes() {
    String name = "n".repeat(4095);
    String euros = "€".repeat(1364);
    return Stream.of(
        keptAs("cookie-name-4096", name + "=v", name + "=v; Path=/"),
        keptAs("cookie-name-4097", name + "n=v", name + "n=v; Path=/"),
        pair("4096-in-euros", "sid=x" + euros),
        pair("4097-in-euros", "sid=xx" + euros),
        kept("cookie-many-attributes", SESSION, SESSION + "; Path=/" + "; Colour=blue".repeat(999)),
        kept("cookie-long-attribute", SESSION, SESSION + "; Path=/; Path=/" + "x".repeat(1024)),
        kept("cookie-1024-attribute", SESSION, SESSION + "; Path=/; Path=/" + "x".repeat(1023)));
  }

  private static Stream<PlatformCase> numbers() {
    return Stream.of(
        number("cookie-180", 0, 179, ""),
        number("cookie-181", 0, 180, ""),
        number("cookie-181-secure", 0, 180, "; Secure"),
        number("cookie-181-last", 180, 0, ""),
        number("cookie-185-middle", 100, 84, ""),
        number("cookie-300", 0, 299, ""));
  }

  private static PlatformCase pair(String name, String pair) {
    String bytes = new String(pair.getBytes(UTF_8), ISO_8859_1);
    return kept("cookie-" + name, bytes, pair + "; Path=/");
  }

  /** So many others are set before the session's cookie, and after it. */
  private static PlatformCase number(String name, int before, int after, String attributes) {
    return kept(
        name,
        SESSION,
        Stream.of(
                IntStream.range(0, before).mapToObj(i -> "b" + i + "=1; Path=/"),
                Stream.of(SESSION + "; Path=/" + attributes),
                IntStream.range(0, after).mapToObj(i -> "a" + i + "=1; Path=/"))
            .flatMap(cookies -> cookies)
            .toArray(String[]::new));
  }
}

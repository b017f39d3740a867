package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.EVERYWHERE;
import static io.goldenpath.cases.CookieCase.SESSION;
import static io.goldenpath.cases.CookieCase.kept;

import java.util.stream.Stream;

/** Ends of cookies as people write them; whether a browser reads a past date costs the cookie. */
final class CookieDateCases {

  private CookieDateCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.concat(
        dates().map(date -> of("Expires=" + date)), ages().map(age -> of("Max-Age=" + age)));
  }

  private static Stream<String> dates() {
    String past = "Thu, 01 Jan 1970 00:00:00 GMT";
    return Stream.of(
        "-1",
        "946684800",
        "Sat, 01 Jan 2000",
        "01 Jan 2000 00:00:00",
        "Sat, 01 Jan 2000 00:00",
        "Sat, 1 January 2000 0:0:0 GMT",
        "Sat, 01-Jan-00 00:00:00 GMT",
        "Sat, 01-Jan-99 00:00:00 GMT",
        "Sat Jan 01 2000 00:00:00 GMT+0100 (CET)",
        "2000-01-01T00:00:00Z",
        "2000 Jan 01 00:00:00",
        "00:00:00 01 Jan 2000",
        "\"Sat, 01 Jan 2000 00:00:00 GMT\"",
        "Sat, 01 Jan 2000 24:00:00 GMT",
        "Sat, 31 Feb 2000 00:00:00 GMT",
        "Sat, 32 Jan 2000 00:00:00 GMT",
        "Mon, 01 Jan 1600 00:00:00 GMT",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Sat, 01 Jän 2000 00:00:00 GMT",
        "Sat, 01 Jan 20000 00:00:00 GMT",
        "Sat, 01 Jan 200 00:00:00 GMT",
        "Sat, 001 Jan 2000 00:00:00 GMT",
        "Sat, 01 Jan 2000 000:00:00 GMT",
        "Sat, 01 Jan 2000 00:00:00.000 GMT",
        past + "; Expires=garbage",
        "garbage; Expires=" + past,
        "Wed, 01 Jan 2098 00:00:00 GMT; Expires=" + past,
        past + "; Expires");
  }

  private static Stream<String> ages() {
    return Stream.of(
        "+0",
        "00",
        "-0",
        "-",
        "0x",
        "0.5",
        "\"0\"",
        "-99999999999999999999",
        "0; Max-Age=600",
        "600; Max-Age=0",
        "0; Max-Age=soon",
        "0; Max-Age",
        "soon; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "0; Expires=Wed, 01 Jan 2098 00:00:00 GMT");
  }

  private static PlatformCase of(String attributes) {
    return kept("cookie " + attributes, SESSION, SESSION + EVERYWHERE + "; " + attributes);
  }
}

package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.EVERYWHERE;
import static io.goldenpath.cases.CookieCase.SESSION;
import static io.goldenpath.cases.CookieCase.kept;
import static io.goldenpath.cases.CookieCase.refused;

import java.util.stream.Stream;

/** Attributes that are odd: those that browsers pass over, and those that cost the cookie. */
final class CookieAttributeCases {

  private CookieAttributeCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(times(), domains(), paths()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> times() {
    return Stream.of(
        odd("cookie-expires-0", "Expires=0"),
        odd("cookie-expires-garbage", "Expires=when hell freezes over"),
        odd("cookie-expires-dashes", "Expires=Wed, 01-Jan-2098 00:00:00 GMT"),
        odd("cookie-expires-two-digits", "Expires=Wed, 01-Jan-68 00:00:00 GMT"),
        odd("cookie-expires-asctime", "Expires=Wed Jan  1 00:00:00 2098"),
        odd("cookie-max-age-garbage", "Max-Age=soon"),
        odd("cookie-max-age-empty", "Max-Age="),
        odd("cookie-max-age-huge", "Max-Age=99999999999999999999"),
        odd("cookie-max-age-wins", "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=600"),
        odd("cookie-unknown-attribute", "Priority=High; Colour=blue; ;; ="),
        odd("cookie-capitals", "MAX-AGE=600; HTTPONLY; SAMESITE=LAX"),
        gone("cookie-max-age-0", "Max-Age=0"),
        gone("cookie-max-age-negative", "Max-Age=-1"),
        gone("cookie-expires-past", "Expires=Thu, 01 Jan 1970 00:00:00 GMT"));
  }

  private static Stream<PlatformCase> domains() {
    Site name = Site.resolving("app.chat.cases.test", "127.0.0.1");
    return Stream.of(
        odd("cookie-empty-domain", "Domain="),
        odd("cookie-domain-dot", "Domain=.chat.cases.test").at(name),
        odd("cookie-domain-parent", "Domain=cases.test").at(name),
        odd("cookie-domain-capitals", "Domain=Chat.Cases.TEST").at(name),
        odd("cookie-domain-address", "Domain=127.0.0.1"),
        odd("cookie-domain-last-wins", "Domain=elsewhere.example; Domain=").at(name),
        refused(
            "cookie-domain-other",
            SESSION + "; Path=/; Domain=elsewhere.example",
            "elsewhere.example"),
        refused(
                "cookie-domain-child",
                SESSION + "; Path=/; Domain=deep.app.chat.cases.test",
                "Domain")
            .at(name),
        refused("cookie-domain-part", SESSION + "; Path=/; Domain=hat.cases.test", "Domain")
            .at(name));
  }

  private static Stream<PlatformCase> paths() {
    return Stream.of(
        odd("cookie-path-of-socket", "Path=/ws"),
        odd("cookie-path-last-wins", "Path=/auth; Path=/"),
        kept("cookie-path-relative-root", SESSION, SESSION + "; Path=").expect(notSent("/auth")),
        kept("cookie-path-absent", SESSION, SESSION).expect(notSent("/auth")),
        kept("cookie-path-relative", SESSION, SESSION + "; Path=ws").expect(notSent("/auth")),
        kept("cookie-path-other", SESSION, SESSION + "; Path=/auth").expect(notSent("/auth")),
        kept("cookie-path-prefix", SESSION, SESSION + "; Path=/w").expect(notSent("/w")));
  }

  /** The cookie is kept, but goes to another path only. */
  private static Expected notSent(String path) {
    return Expected.fails("login_failed", "login", "sid", path);
  }

  private static PlatformCase odd(String name, String attributes) {
    return kept(name, SESSION, SESSION + EVERYWHERE + "; " + attributes);
  }

  private static PlatformCase gone(String name, String attribute) {
    return refused(
        name,
        SESSION + EVERYWHERE + "; " + attribute,
        attribute.substring(0, attribute.indexOf('=')));
  }
}

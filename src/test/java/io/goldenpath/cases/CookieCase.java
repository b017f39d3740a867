package io.goldenpath.cases;

/** Cases in which a cookie of the login is the session. */
final class CookieCase {

  static final String SESSION = "sid=abcdefgh12345678";
  static final String EVERYWHERE = "; Path=/; HttpOnly";

  private CookieCase() {}

  /** These cookies are set, and this pair is wanted at the upgrade. */
  static PlatformCase kept(String name, String pair, String... setCookies) {
    return setting(name, setCookies).that(good -> good.check(UpgradeCheck.cookie(pair)));
  }

  /** The whole header is wanted, in its order. */
  static PlatformCase keptAs(String name, String header, String... setCookies) {
    return setting(name, setCookies).that(good -> good.check(UpgradeCheck.cookieHeader(header)));
  }

  /** No browser keeps it: nobody gets in, and the finding says why. */
  static PlatformCase refused(String name, String setCookie, String... words) {
    String pair = setCookie.substring(0, setCookie.indexOf(';'));
    return kept(name, pair, setCookie).expect(Expected.fails("login_failed", "login", words));
  }

  private static PlatformCase setting(String name, String... setCookies) {
    return PlatformCase.of(name)
        .with("socket.token-in", "cookie")
        .that(good ->
            good.login(reply -> {
              LoginReply more = reply;
              for (String cookie : setCookies) {
                more = more.with("Set-Cookie: " + cookie);
              }
              return more;
            }));
  }
}

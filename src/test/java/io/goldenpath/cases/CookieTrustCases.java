package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.kept;

import java.util.List;
import java.util.stream.Stream;

/** Cookies that ask for a secure origin, on hosts that browsers trust without TLS and with it. */
final class CookieTrustCases {

  private static final String VALUE = "=abcdefgh12345678";
  private static final List<String> COOKIES =
      List.of(
          "sid; Secure",
          "sid; Secure=false",
          "sid; SameSite=None; Secure",
          "sid; SameSite=None; SameSite=Lax",
          "sid; SameSite=Lax; SameSite=None",
          "sid; SameSite=\"None\"",
          "sid; Partitioned",
          "sid; Partitioned; Secure",
          "__Host-sid; Secure",
          "__hOST-sid; Secure",
          "__Host-sid; Secure; Domain=",
          "__Host-sid; Secure; Path=/; Path=/ws",
          "__Secure-sid; Secure",
          "__sECURE-sid",
          "__Http-sid; Secure",
          "__Http-sid; Secure; HttpOnly",
          "__Http-sid; HttpOnly",
          "__Host-Http-sid; Secure",
          "__Host-Http-sid; Secure; HttpOnly",
          "__HostHttp-sid; Secure",
          "__Host; Path=/",
          "_Host-sid");

  private CookieTrustCases() {}

  static Stream<PlatformCase> cases() {
    CaseNames.add("app.localhost", List.of("127.0.0.1"));
    CaseNames.add("trust.cases.test", List.of("127.0.0.1"));
    CaseNames.add("localhost.cases.test", List.of("127.0.0.1"));
    TlsIdentity identity = TlsIdentity.always(CaseCertificates.name("trust.cases.test"));
    return Stream.of(
            all(Site.at("localhost", "127.0.0.1")),
            all(Site.over(identity, "trust.cases.test")),
            some(Site.PLAIN),
            some(Site.at("app.localhost", "127.0.0.1")),
            some(Site.at("app.localhost.", "127.0.0.1")),
            some(Site.at("localhost.cases.test", "127.0.0.1")))
        .flatMap(group -> group);
  }

  private static Stream<PlatformCase> all(Site site) {
    return COOKIES.stream().map(cookie -> cookie(site, cookie));
  }

  private static Stream<PlatformCase> some(Site site) {
    return Stream.of(
        cookie(site, "sid; Secure"),
        cookie(site, "__Host-sid; Secure"),
        cookie(site, "__Host-sid; Secure; Domain=" + site.loginHost()),
        cookie(site, "sid; Partitioned; Secure; SameSite=None"));
  }

  private static PlatformCase cookie(Site site, String cookie) {
    String name = cookie.split(";", 2)[0];
    String rest = cookie.substring(name.length());
    String line = name + VALUE + "; Path=/" + rest;
    return kept(site.loginHost() + " " + cookie, name + VALUE, line).at(site);
  }
}

package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.kept;
import static io.goldenpath.cases.CookieCase.refused;

import java.util.List;
import java.util.stream.Stream;

/** Names that promise something, and what a cookie must be to be kept. */
final class CookiePrefixCases {

  private static final String VALUE = "=abcdefgh12345678";

  private CookiePrefixCases() {}

  static Stream<PlatformCase> cases() {
    Site tls =
        Site.over(TlsIdentity.always(CaseCertificates.name("chat.cases.test")), "chat.cases.test");
    CaseNames.add("chat.cases.test", List.of("127.0.0.1"));
    return Stream.of(
        refused(
            "cookie-host-prefix",
            "__Host-sid" + VALUE + "; Path=/; HttpOnly",
            "__Host-sid",
            "Secure"),
        refused(
            "cookie-host-prefix-small", "__host-sid" + VALUE + "; Path=/", "__host-sid", "Secure"),
        refused(
            "cookie-secure-prefix", "__Secure-sid" + VALUE + "; Path=/", "__Secure-sid", "Secure"),
        refused("cookie-host-prefix-tls-no-secure", "__Host-sid" + VALUE + "; Path=/", "Secure")
            .at(tls),
        refused(
                "cookie-host-prefix-domain",
                "__Host-sid" + VALUE + "; Path=/; Secure; Domain=chat.cases.test",
                "Domain")
            .at(tls),
        refused("cookie-host-prefix-path", "__Host-sid" + VALUE + "; Path=/ws; Secure", "Path")
            .at(tls),
        refused("cookie-host-prefix-no-path", "__Host-sid" + VALUE + "; Secure", "Path").at(tls),
        kept(
                "cookie-host-prefix-right",
                "__Host-sid" + VALUE,
                "__Host-sid" + VALUE + "; Path=/; Secure")
            .at(tls),
        kept(
                "cookie-secure-prefix-right",
                "__Secure-sid" + VALUE,
                "__Secure-sid" + VALUE + "; Path=/ws; Secure")
            .at(tls),
        refused(
            "cookie-same-site-none",
            "sid" + VALUE + "; Path=/; SameSite=None",
            "SameSite=None",
            "Secure"),
        refused(
                "cookie-same-site-none-tls",
                "sid" + VALUE + "; Path=/; SameSite=none",
                "SameSite",
                "Secure")
            .at(tls),
        kept(
                "cookie-same-site-none-right",
                "sid" + VALUE,
                "sid" + VALUE + "; Path=/; SameSite=None; Secure")
            .at(tls),
        kept("cookie-same-site-strict", "sid" + VALUE, "sid" + VALUE + "; Path=/; SameSite=Strict"),
        kept(
            "cookie-same-site-garbage",
            "sid" + VALUE,
            "sid" + VALUE + "; Path=/; SameSite=Sometimes"),
        refused("cookie-secure-over-http", "sid" + VALUE + "; Path=/; Secure", "Secure")
            .at(Site.resolving("plain.cases.test", "127.0.0.1")));
  }
}

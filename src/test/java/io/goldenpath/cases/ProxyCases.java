package io.goldenpath.cases;

import java.util.stream.Stream;

/** Names that only the proxy knows: the whole journey goes through it. */
final class ProxyCases {

  private static final String HIDDEN = "chat.inside.invalid";
  private static final String PROXY = "http://127.0.0.1:{proxy}";

  private ProxyCases() {}

  static Stream<PlatformCase> cases() {
    TlsIdentity hidden = TlsIdentity.always(CaseCertificates.name(HIDDEN));
    return Stream.of(
        behind("proxy", Site.at(HIDDEN, "127.0.0.1")).with("proxy", PROXY),
        behind("proxy-tls", Site.over(hidden, HIDDEN)).with("proxy", PROXY),
        behind("proxy-hosts-apart", Site.PLAIN.hosts("login.inside.invalid", HIDDEN))
            .with("proxy", PROXY),
        behind("proxy-with-user", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://{proxy-user}@127.0.0.1:{proxy}"),
        behind("proxy-of-the-socket-alone", Site.PLAIN.hosts("127.0.0.1", HIDDEN))
            .with("socket.proxy", PROXY),
        behind("proxy-cookie", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("socket.token-in", "cookie")
            .that(good ->
                good.check(UpgradeCheck.cookie(CookieCase.SESSION))
                    .login(reply ->
                        reply.with(
                            "Set-Cookie: "
                                + CookieCase.SESSION
                                + "; Path=/; Domain=inside.invalid"))),
        behind("proxy-gone", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://127.0.0.1:1")
            .expect(Expected.fails("connect_failed", "login", "proxy")));
  }

  private static PlatformCase behind(String name, Site site) {
    return PlatformCase.of(name).at(site);
  }
}

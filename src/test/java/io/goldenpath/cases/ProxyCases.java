package io.goldenpath.cases;

import java.util.List;
import java.util.stream.Stream;

/** Names that only the proxy knows: the whole journey goes through it. */
final class ProxyCases {

  private static final String HIDDEN = "chat.inside.invalid";
  private static final String LOGIN = "login.inside.invalid";
  private static final String PROXY = "http://127.0.0.1:{proxy}";

  private ProxyCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(good(), journeys(), environment(), bad()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> good() {
    TlsIdentity hidden = TlsIdentity.always(CaseCertificates.name(HIDDEN));
    CaseNames.add("proxy.cases.test", List.of("127.0.0.9", "127.0.0.1"));
    return Stream.of(
        behind("proxy", Site.at(HIDDEN, "127.0.0.1")).with("proxy", PROXY),
        behind("proxy-tls", Site.over(hidden, HIDDEN)).with("proxy", PROXY),
        behind("proxy-hosts-apart", Site.PLAIN.hosts(LOGIN, HIDDEN)).with("proxy", PROXY),
        behind("proxy-with-user", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://{proxy-user}@127.0.0.1:{proxy}"),
        behind("proxy-scheme-capitals", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "HTTP://127.0.0.1:{proxy}/"),
        behind("proxy-knows-the-addresses", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("addresses", "ipv6"),
        behind("proxy-dead-address", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://proxy.cases.test:{proxy}")
            .expect(Expected.warns("login", "127.0.0.9", "proxy.cases.test")),
        behind("proxy-cookie", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("socket.token-in", "cookie")
            .that(good ->
                good.check(UpgradeCheck.cookie(CookieCase.SESSION))
                    .login(reply ->
                        reply.with(
                            "Set-Cookie: "
                                + CookieCase.SESSION
                                + "; Path=/; Domain=inside.invalid"))));
  }

  private static Stream<PlatformCase> journeys() {
    return Stream.of(
        behind("proxy-calls", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("prepare[0].post", "http://calls.inside.invalid:{port}/prepare")
            .with("cleanup[0].delete", "/cleanup")
            .expect(Expected.passes().logins(3)),
        behind("proxy-isolation", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("users[1].email", "probe-b@example.com")
            .with("users[1].password", "pass-of-probe-b")
            .with("journeys.isolation.users", "2"),
        behind("proxy-recovery", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("journeys.recovery.malformed", "")
            .with("journeys.recovery.then", "resend"));
  }

  private static Stream<PlatformCase> environment() {
    Site known = Site.resolving("known.cases.test", "127.0.0.1");
    return Stream.of(
        behind("proxy-of-environment", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "environment")
            .with("HTTP_PROXY", PROXY),
        behind("proxy-of-environment-without-scheme", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "environment")
            .with("http_proxy", "127.0.0.1:{proxy}"),
        behind("proxy-of-environment-with-user", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "environment")
            .with("http_proxy", "http://{proxy-user}@127.0.0.1:{proxy}"),
        behind("proxy-of-sockets-is-https", Site.PLAIN.hosts("127.0.0.1", HIDDEN))
            .with("proxy", "environment")
            .with("HTTPS_PROXY", PROXY)
            .with("HTTP_PROXY", "http://127.0.0.1:1"),
        behind("no-proxy-suffix", known)
            .with("proxy", "environment")
            .with("HTTP_PROXY", "http://127.0.0.1:1")
            .with("NO_PROXY", "example.com, cases.test"),
        behind("no-proxy-everything", known)
            .with("proxy", "environment")
            .with("http_proxy", "http://127.0.0.1:1")
            .with("no_proxy", "*"),
        behind("no-proxy-other-port", known)
            .with("proxy", "environment")
            .with("http_proxy", "http://127.0.0.1:1")
            .with("no_proxy", "cases.test:8443")
            .expect(Expected.fails("connect_failed", "login", "The proxy 127.0.0.1:1 refused")),
        behind("no-proxy-of-the-login-alone", Site.PLAIN.hosts("known.cases.test", HIDDEN))
            .with("proxy", "environment")
            .with("HTTPS_PROXY", PROXY)
            .with("HTTP_PROXY", "http://127.0.0.1:1")
            .with("NO_PROXY", "known.cases.test:{port}"));
  }

  private static Stream<PlatformCase> bad() {
    return Stream.of(
        behind("proxy-gone", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://127.0.0.1:1")
            .expect(Expected.fails("connect_failed", "login", "The proxy 127.0.0.1:1 refused")),
        behind("proxy-of-no-name", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://proxy.inside.invalid:3128")
            .expect(Expected.fails("dns_failed", "login", "the proxy proxy.inside.invalid")),
        behind("proxy-wants-a-user", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", PROXY)
            .with("login.headers.X-Unused", "{proxy-user}")
            .expect(Expected.fails("connect_failed", "login", "The proxy", "HTTP 407")),
        behind("proxy-that-is-none", Site.at(HIDDEN, "127.0.0.1"))
            .with("proxy", "http://127.0.0.1:{port}")
            .expect(Expected.fails("", "login", "through the proxy 127.0.0.1")));
  }

  private static PlatformCase behind(String name, Site site) {
    return PlatformCase.of(name).at(site);
  }
}

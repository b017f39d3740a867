package io.goldenpath.cases;

import io.netty.pkitesting.X509Bundle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Names in the TLS handshake. */
final class TlsCases {

  private static final String ALIEN = "elsewhere.example";
  private static final String DOTTED = "tls.cases.test";

  private TlsCases() {}

  static Stream<PlatformCase> cases() {
    CaseNames.add("tls.cases.test", List.of("127.0.0.1"));
    CaseNames.add("xn--strae-oqa.cases.test", List.of("127.0.0.1"));
    CaseNames.add("intranet", List.of("127.0.0.1"));
    CaseNames.add("xn--bcher-kva.cases.test", List.of("127.0.0.1"));
    X509Bundle localhost = CaseCertificates.name("localhost");
    X509Bundle dotted = CaseCertificates.name(DOTTED);
    return Stream.of(
        at("tls", TlsIdentity.always(localhost), "localhost"),
        at(
                "cross-signed-by-an-expired-root",
                TlsIdentity.always(CaseCertificates.crossSigned("localhost", Duration.ofDays(30))),
                "localhost")
            .expect(Expected.passes().certificateDays(90)),
        at("need-sni", wanting("localhost", localhost), "localhost"),
        at(
            "need-sni-dotted",
            wanting("tls.cases.test", CaseCertificates.name("tls.cases.test")),
            "tls.cases.test"),
        at(
            "need-sni-one-label",
            wanting("intranet", CaseCertificates.name("intranet")),
            "intranet"),
        at("sni-chooses", choosing("localhost", localhost), "localhost"),
        at(
            "sni-final-dot",
            wanting("tls.cases.test", CaseCertificates.name("tls.cases.test")),
            "tls.cases.test."),
        at(
            "need-sni-sharp-s",
            wanting("xn--strae-oqa.cases.test", CaseCertificates.name("xn--strae-oqa.cases.test")),
            "straße.cases.test"),
        at("no-sni-for-addresses", unnamed(CaseCertificates.address("127.0.0.1")), "127.0.0.1"),
        named("server-name", wanting("localhost", localhost), "localhost", "localhost"),
        named("server-name-chooses", choosing("localhost", localhost), "localhost", "localhost"),
        named(
            "server-name-one-label",
            wanting("intranet", CaseCertificates.name("intranet")),
            "intranet",
            "intranet"),
        named("server-name-dotted", wanting(DOTTED, dotted), DOTTED, "TLS.cases.test"),
        named(
            "server-name-idn",
            wanting("xn--bcher-kva.cases.test", CaseCertificates.name("xn--bcher-kva.cases.test")),
            "xn--bcher-kva.cases.test",
            "bücher.cases.test"),
        named("server-name-alien", choosing(DOTTED, dotted), DOTTED, "localhost")
            .expect(Expected.fails("tls_failed", "connect", "another host", "localhost")),
        named(
                "server-name-of-another-than-the-host",
                asked ->
                    Optional.of(
                        asked.equals(List.of(DOTTED))
                            ? dotted
                            : CaseCertificates.address("127.0.0.1")),
                DOTTED,
                "localhost")
            .expect(Expected.fails("tls_failed", "connect", "another host", "localhost")),
        at("tls-wrong-host", TlsIdentity.always(CaseCertificates.name(ALIEN)), "localhost")
            .expect(Expected.fails("tls_failed", "login", "another host", "localhost")));
  }

  private static PlatformCase at(String name, TlsIdentity identity, String host) {
    return PlatformCase.of(name).at(Site.over(identity, host));
  }

  /** The login has a name of its own; the socket is at an address, where this name is asked for. */
  private static PlatformCase named(
      String name, TlsIdentity identity, String loginHost, String serverName) {
    return PlatformCase.of(name)
        .at(Site.over(identity, "127.0.0.1").hosts(loginHost, "127.0.0.1"))
        .with("socket.server-name", serverName);
  }

  /** Speaks to nobody who does not ask for this name. */
  private static TlsIdentity wanting(String name, X509Bundle certificate) {
    return asked -> asked.equals(List.of(name)) ? Optional.of(certificate) : Optional.empty();
  }

  /** Shows what belongs to another host to those who do not ask for this name. */
  private static TlsIdentity choosing(String name, X509Bundle certificate) {
    X509Bundle other = CaseCertificates.name(ALIEN);
    return asked -> Optional.of(asked.equals(List.of(name)) ? certificate : other);
  }

  private static TlsIdentity unnamed(X509Bundle certificate) {
    return asked -> asked.isEmpty() ? Optional.of(certificate) : Optional.empty();
  }
}

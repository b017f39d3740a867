package io.goldenpath.cases;

import java.util.List;
import java.util.stream.Stream;

/** Names and schemes as people write them. */
final class HostNameCases {

  private HostNameCases() {}

  static Stream<PlatformCase> cases() {
    CaseNames.add("auth_service", List.of("127.0.0.1"));
    CaseNames.add("ai_service", List.of("127.0.0.1"));
    return Stream.of(
        PlatformCase.of("underscores").at(Site.PLAIN.hosts("auth_service", "ai_service")),
        named("underscore-first", "_chat.cases.test", "_chat.cases.test"),
        named("underscore-dots", "chat_a.name_space.cases.test", "chat_a.name_space.cases.test"),
        named("hyphen-last", "chat-.cases.test", "chat-.cases.test"),
        PlatformCase.of("scheme-capitals").at(Site.PLAIN.schemes("http", "WS")),
        PlatformCase.of("scheme-capitals-both").at(Site.PLAIN.schemes("HTTP", "Ws")),
        PlatformCase.of("scheme-capitals-tls")
            .at(
                Site.over(TlsIdentity.always(CaseCertificates.name("localhost")), "localhost")
                    .schemes("HTTPS", "WSS")),
        named("host-capitals", "Capitals.Cases.TEST", "capitals.cases.test"),
        named("idn", "bücher.cases.test", "xn--bcher-kva.cases.test"),
        named("idn-capitals", "BÜCHER-2.cases.test", "xn--bcher-2-n2a.cases.test"),
        named("idn-ascii", "xn--mnchen-3ya.cases.test", "xn--mnchen-3ya.cases.test"),
        named("idn-cyrillic", "чат.cases.test", "xn--80a0bn.cases.test"),
        named("idn-underscore", "bücher_3.cases.test", "xn--bcher_3-n2a.cases.test"),
        named("idn-sharp-s", "straße.cases.test", "xn--strae-oqa.cases.test"),
        named("idn-sharp-s-capital", "STRAẞE-2.cases.test", "xn--strae-2-3va.cases.test"),
        named("idn-final-sigma", "βόλος.cases.test", "xn--nxasmm1c.cases.test"),
        named("idn-full-width", "ｃｈａｔ.cases.test", "chat.cases.test"),
        named("idn-ideographic-stops", "chat-日本。cases．test", "xn--chat--6e1k07e.cases.test"),
        named("idn-soft-hyphen", "soft\u00ADhyphen.cases.test", "softhyphen.cases.test"),
        named("digits-last-label-but-one", "1.2.cases.test", "1.2.cases.test"));
  }

  private static PlatformCase named(String name, String written, String asked) {
    CaseNames.add(asked, List.of("127.0.0.1"));
    return PlatformCase.of(name)
        .at(Site.at(written, "127.0.0.1"))
        .that(good ->
            good.check(
                UpgradeCheck.also(
                    request -> request.header("Host").orElse("").startsWith(asked + ":"),
                    "no such host here")));
  }
}

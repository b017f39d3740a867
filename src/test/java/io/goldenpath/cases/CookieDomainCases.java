package io.goldenpath.cases;

import static io.goldenpath.cases.CookieCase.SESSION;
import static io.goldenpath.cases.CookieCase.kept;

import java.util.List;
import java.util.stream.Stream;

/** Domains as people write them. */
final class CookieDomainCases {

  private CookieDomainCases() {}

  static Stream<PlatformCase> cases() {
    CaseNames.add("xn--bcher-kva.cases.test", List.of("127.0.0.1"));
    Site idn = Site.at("bücher.cases.test", "127.0.0.1");
    CaseNames.add("xn--strae-oqa.cases.test", List.of("127.0.0.1"));
    Site sharp = Site.at("straße.cases.test", "127.0.0.1");
    Site suffixed = Site.resolving("myapp.github.io", "127.0.0.1");
    return Stream.of(
            of(Site.PLAIN, ".127.0.0.1", "0.0.1", "127.1"),
            ofName(Site.resolving("app.chat.cases.test", "127.0.0.1")),
            of(idn, "bücher.cases.test", "xn--bcher-kva.cases.test", "cases.test"),
            of(sharp, "straße.cases.test", "strasse.cases.test"),
            of(
                Site.resolving("dot.cases.test.", "127.0.0.1"),
                "dot.cases.test",
                "dot.cases.test.",
                "cases.test."),
            of(Site.at("localhost", "127.0.0.1"), ".localhost", "LOCALHOST"),
            of(suffixed, "github.io", "myapp.github.io"),
            of(Site.resolving("github.io", "127.0.0.1"), "github.io"),
            of(Site.resolving("intranet", "127.0.0.1"), ".intranet"),
            of(Site.resolving("chat.corp", "127.0.0.1"), "corp"),
            of(Site.resolving("a_b.chat.corp", "127.0.0.1"), "chat.corp"))
        .flatMap(group -> group);
  }

  private static Stream<PlatformCase> ofName(Site site) {
    return of(
        site,
        "cases.test.",
        "test",
        "..cases.test",
        ".",
        "..",
        "cases.test:80",
        "\"cases.test\"",
        "http://cases.test",
        "*.cases.test",
        "cases.test; Domain=",
        "cases.test; Domain=elsewhere.example",
        "elsewhere.example; Domain=cases.test",
        "cas%65s.test",
        "cases。test",
        "ＣＡＳＥＳ.test",
        "bücher.cases.test");
  }

  private static Stream<PlatformCase> of(Site site, String... domains) {
    return Stream.of(domains)
        .map(domain ->
            kept(
                    site.loginHost() + " Domain=" + domain,
                    SESSION,
                    SESSION + "; Path=/; Domain=" + domain)
                .at(site));
  }
}

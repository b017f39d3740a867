package io.goldenpath.cases;

import java.util.stream.Stream;

/** All cases, by what they change. */
final class PlatformCases {

  private PlatformCases() {}

  /** Those in which the monitor stands in for a browser. */
  static Stream<PlatformCase> ofBrowsers() {
    return Stream.of(
            SubprotocolCases.cases(),
            CookiePrefixCases.cases(),
            CookieAttributeCases.cases(),
            CookieValueCases.cases(),
            CookieAtUpgradeCases.cases(),
            ContentCodingCases.cases(),
            HttpReplyCases.cases(),
            HeaderSpellingCases.cases(),
            HostNameCases.cases())
        .flatMap(cases -> cases);
  }

  static Stream<PlatformCase> all() {
    return Stream.of(
            Stream.of(PlatformCase.of("plain")),
            ofBrowsers(),
            OwnerCases.cases(),
            RunIdCases.cases(),
            CookieStepCases.cases(),
            TokenClaimCases.cases(),
            TokenEndCases.cases(),
            TokenReuseCases.cases(),
            RetryAfterCases.cases(),
            TlsCases.cases(),
            ProxyCases.cases(),
            AddressCases.cases(),
            EndOfRunCases.cases())
        .flatMap(cases -> cases);
  }
}

package io.goldenpath.cases;

import java.util.stream.Stream;

/** All cases, by what they change. */
final class PlatformCases {

  private PlatformCases() {}

  static Stream<PlatformCase> all() {
    return Stream.of(
            Stream.of(PlatformCase.of("plain")),
            OwnerCases.cases(),
            RunIdCases.cases(),
            SubprotocolCases.cases(),
            CookiePrefixCases.cases(),
            CookieAttributeCases.cases(),
            CookieValueCases.cases(),
            CookieAtUpgradeCases.cases(),
            CookieStepCases.cases(),
            ContentCodingCases.cases(),
            HttpReplyCases.cases(),
            HeaderSpellingCases.cases(),
            TokenClaimCases.cases(),
            TokenEndCases.cases(),
            TokenReuseCases.cases(),
            RetryAfterCases.cases(),
            TlsCases.cases(),
            ProxyCases.cases(),
            HostNameCases.cases(),
            AddressCases.cases(),
            EndOfRunCases.cases())
        .flatMap(cases -> cases);
  }
}

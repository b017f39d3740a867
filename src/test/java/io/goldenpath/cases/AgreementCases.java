package io.goldenpath.cases;

import java.util.Map;
import java.util.stream.Stream;

/** Servers that a page can try as the monitor does. */
final class AgreementCases {

  /** Where the monitor decides otherwise than Chromium, and why. */
  private static final Map<String, String> DIFFERENCES =
      Map.ofEntries(
          Map.entry("brotli-inside-gzip", "the monitor asks for gzip and deflate alone"),
          Map.entry("brotli-unasked", "the monitor asks for gzip and deflate alone"),
          Map.entry("zstd-unasked", "the monitor asks for gzip and deflate alone"),
          Map.entry("close-999", "RFC 6455 forbids the code; all answers have come by then"),
          Map.entry("close-1004", "RFC 6455 forbids the code; all answers have come by then"),
          Map.entry("close-1016", "RFC 6455 forbids the code; all answers have come by then"),
          Map.entry("close-5000", "RFC 6455 forbids the code; all answers have come by then"),
          Map.entry("close-then-text", "RFC 6455 has clients discard what follows a close"));

  private AgreementCases() {}

  /** In the full size also those whose right outcome is written down elsewhere. */
  static Stream<PlatformCase> servers(boolean all) {
    return Stream.of(
            Stream.of(PlatformCase.of("plain")),
            HandshakeCases.cases(),
            UpgradeHeadCases.cases(),
            ReplyHeadCases.cases(),
            CompressionCases.cases(),
            FrameRuleCases.cases(),
            CookieDateCases.cases(),
            CookieTrustCases.cases(),
            CookieDomainCases.cases(),
            CookieEdgeCases.cases(),
            JsonReplyCases.cases(),
            all ? PlatformCases.ofBrowsers() : Stream.<PlatformCase>empty())
        .flatMap(cases -> cases)
        .filter(AgreementCases::canBeTriedByPage)
        .map(AgreementCases::asPagesSendTokens);
  }

  static boolean differs(PlatformCase one) {
    return DIFFERENCES.containsKey(one.name());
  }

  /** Pages choose cookies and subprotocols, and no headers. */
  private static boolean canBeTriedByPage(PlatformCase one) {
    return !one.name().equals("case-sensitive-token")
        && one.settings().keySet().stream()
            .allMatch(
                key -> key.equals("socket.token-in") || key.startsWith("socket.subprotocols["));
  }

  private static PlatformCase asPagesSendTokens(PlatformCase one) {
    return one.settings().containsKey("socket.token-in")
        ? one
        : one.with("socket.token-in", "query");
  }
}

package io.goldenpath.cases;

import java.util.stream.Stream;

/** Names with several addresses, of which some are dead, and addresses of both families. */
final class AddressCases {

  private static final String ALIVE = "127.0.0.1";

  private AddressCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        several("dead-last", ALIVE, "127.0.0.9"),
        PlatformCase.of("ipv6-only").at(Site.resolving("six.cases.test", "::1").listening("::1")),
        PlatformCase.of("ipv6-literal").at(Site.at("[::1]", "::1")),
        PlatformCase.of("ipv6-literal-long").at(Site.at("[0:0:0:0:0:0:0:1]", "::1")),
        PlatformCase.of("ipv6-localhost")
            .at(Site.resolving("ip6-localhost.cases.test", "::1", ALIVE).listening("::1")));
  }

  private static PlatformCase several(String name, String... addresses) {
    return PlatformCase.of(name).at(Site.resolving(name + ".cases.test", addresses));
  }
}

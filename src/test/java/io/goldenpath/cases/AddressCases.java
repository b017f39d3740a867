package io.goldenpath.cases;

import java.util.stream.Stream;

/** Names with several addresses, of which some are dead, and addresses of both families. */
final class AddressCases {

  private static final String ALIVE = "127.0.0.1";

  private AddressCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(
        several("dead-first", "127.0.0.9", ALIVE)
            .expect(
                Expected.warns("login", "127.0.0.9").and("", "connect", "warning", "127.0.0.9")),
        several("dead-two", "127.0.0.9", "127.0.0.8", ALIVE)
            .expect(Expected.warns("login", "127.0.0.9", "127.0.0.8")),
        several("dead-first-v6", "::1", ALIVE).expect(Expected.warns("login", "::1")),
        several("dead-first-mute", "192.0.2.1", ALIVE).expect(Expected.warns("login", "192.0.2.1")),
        several("dead-last", ALIVE, "127.0.0.9"),
        several("dead-all", "127.0.0.9", "127.0.0.8")
            .expect(Expected.fails("connect_failed", "login", "127.0.0.9", "127.0.0.8")),
        PlatformCase.of("ipv6-only").at(Site.resolving("six.cases.test", "::1").listening("::1")),
        PlatformCase.of("ipv6-literal").at(Site.at("[::1]", "::1")),
        PlatformCase.of("ipv6-literal-long").at(Site.at("[0:0:0:0:0:0:0:1]", "::1")),
        PlatformCase.of("ipv6-of-two")
            .at(Site.resolving("both.cases.test", ALIVE, "::1").listening("::1"))
            .expect(Expected.warns("login", ALIVE)),
        PlatformCase.of("ipv6-localhost")
            .at(Site.resolving("ip6-localhost.cases.test", "::1", ALIVE).listening("::1")));
  }

  private static PlatformCase several(String name, String... addresses) {
    return PlatformCase.of(name).at(Site.resolving(name + ".cases.test", addresses));
  }
}

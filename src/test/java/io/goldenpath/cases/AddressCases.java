package io.goldenpath.cases;

import java.util.stream.Stream;

/** Names with several addresses, of which some are dead, and addresses of both families. */
final class AddressCases {

  private static final String ALIVE = "127.0.0.1";
  private static final String MUTE = "127.0.0.7";

  private AddressCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(dead(), ipv6(), chosen()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> dead() {
    return Stream.of(
        several("dead-first", "127.0.0.9", ALIVE)
            .expect(
                Expected.warns("login", "127.0.0.9").and("", "connect", "warning", "127.0.0.9")),
        several("dead-two", "127.0.0.9", "127.0.0.8", ALIVE)
            .expect(
                Expected.warns("login", "127.0.0.9").and("", "connect", "warning", "127.0.0.8")),
        several("dead-first-v6", "::1", ALIVE).expect(Expected.warns("login", "::1")),
        mute("dead-first-mute", MUTE, ALIVE)
            .expect(Expected.warns("login", MUTE, "did not answer")),
        mute("dead-mute-and-refusing", MUTE, "127.0.0.9", ALIVE)
            .expect(Expected.warns("login", MUTE).and("", "login", "warning", "127.0.0.9")),
        several("dead-last", ALIVE, "127.0.0.9"),
        several("same-twice", ALIVE, ALIVE),
        several("dead-all", "127.0.0.9", "127.0.0.8")
            .expect(Expected.fails("connect_failed", "login", "127.0.0.9", "127.0.0.8")),
        mute("dead-all-one-mute", "127.0.0.9", MUTE)
            .with("limits.login.degraded", "200ms")
            .with("limits.login.failed", "700ms")
            .expect(
                Expected.fails(
                    "timed_out", "login", "127.0.0.9 refused", MUTE + " did not answer")));
  }

  private static Stream<PlatformCase> ipv6() {
    return Stream.of(
        PlatformCase.of("ipv6-only").at(Site.resolving("six.cases.test", "::1").listening("::1")),
        PlatformCase.of("ipv6-literal").at(Site.at("[::1]", "::1")),
        PlatformCase.of("ipv6-literal-long").at(Site.at("[0:0:0:0:0:0:0:1]", "::1")),
        PlatformCase.of("ipv6-of-two")
            .at(Site.resolving("both.cases.test", ALIVE, "::1").listening("::1"))
            .expect(Expected.warns("login", ALIVE)),
        PlatformCase.of("ipv6-localhost")
            .at(Site.resolving("ip6-localhost.cases.test", "::1", ALIVE).listening("::1")));
  }

  private static Stream<PlatformCase> chosen() {
    return Stream.of(
        several("addresses-first", ALIVE, "127.0.0.9").with("addresses", "first"),
        several("addresses-first-dead", "127.0.0.9", ALIVE)
            .with("addresses", "first")
            .expect(Expected.fails("connect_failed", "login", "127.0.0.9")),
        several("addresses-ipv4", "::1", ALIVE).with("addresses", "ipv4"),
        several("addresses-ipv4-dead-first", "127.0.0.9", "::1", ALIVE)
            .with("addresses", "ipv4")
            .expect(Expected.warns("login", "127.0.0.9")),
        PlatformCase.of("addresses-ipv6")
            .at(Site.resolving("six-of-two.cases.test", ALIVE, "::1").listening("::1"))
            .with("addresses", "ipv6"),
        several("addresses-ipv6-none", ALIVE)
            .with("addresses", "ipv6")
            .expect(Expected.fails("dns_failed", "login", "addresses: ipv6", ALIVE)));
  }

  private static PlatformCase several(String name, String... addresses) {
    return PlatformCase.of(name).at(Site.resolving(name + ".cases.test", addresses));
  }

  private static PlatformCase mute(String name, String... addresses) {
    return PlatformCase.of(name).at(Site.resolving(name + ".cases.test", addresses).muting(MUTE));
  }
}

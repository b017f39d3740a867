package io.goldenpath.web.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bounds how often passwords are tried, for each name and address: who guesses ann's from elsewhere
 * does not keep ann out.
 */
final class LoginAttempts {

  private static final int NETWORK_BYTES = 8;

  private final RateLimit limit;

  LoginAttempts(InstantSource clock) {
    limit = new RateLimit(10, Duration.ofMinutes(1), clock);
  }

  /** Before the password is looked at, so that many at once are no way around it. */
  Optional<Duration> begin(String name, String address) {
    return limit.take(key(name, address));
  }

  void succeeded(String name, String address) {
    limit.forget(key(name, address));
  }

  /** Whoever has one IPv6 address has a whole network of them. */
  private static String key(String name, String address) {
    InetAddress parsed = InetAddress.ofLiteral(address);
    String from =
        parsed instanceof Inet6Address
            ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
            : parsed.getHostAddress();
    return name + " " + from;
  }
}

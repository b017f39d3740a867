package io.goldenpath.model.target;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hosts that are reached without a proxy, as {@code NO_PROXY} lists them: names with all beneath
 * them, {@code .name} for those beneath alone, addresses and networks, each with a port or without;
 * {@code *} is every host.
 */
public record NoProxy(List<String> entries) {

  public static final NoProxy NOTHING = new NoProxy(List.of());

  private static final Pattern ENTRY =
      Pattern.compile("(\\[[^]]+](?:/\\d+)?|[^:]+|.*:.*:.*)(?::(\\d{1,5}))?");
  private static final Pattern NAME = Pattern.compile("(\\*?\\.?)([^:/*\\[]+)((?::\\d{1,5})?)");
  private static final Pattern NETWORK = Pattern.compile("([0-9a-f:.]+)(?:/(\\d{1,3}))?");

  public NoProxy {
    entries = List.copyOf(entries);
  }

  /** Entries stand between commas or blanks. */
  public static NoProxy parse(String written) {
    return new NoProxy(
        Stream.of(written.toLowerCase(Locale.ROOT).split("[,\\s]+"))
            .filter(entry -> !entry.isEmpty())
            .map(NoProxy::inAscii)
            .toList());
  }

  /** Names as they are compared; what is none covers nothing. */
  private static String inAscii(String entry) {
    Matcher parts = NAME.matcher(entry);
    try {
      return parts.matches()
          ? parts.group(1) + HostName.toAscii(parts.group(2)) + parts.group(3)
          : entry;
    } catch (IllegalArgumentException _) {
      return entry;
    }
  }

  /** A proxy's own loopback is never meant: browsers go there directly. */
  public NoProxy andLoopback() {
    return new NoProxy(
        Stream.concat(entries.stream(), Stream.of("localhost", "127.0.0.0/8", "[::1]")).toList());
  }

  /** The host in small ASCII letters. */
  public boolean covers(String host, int port) {
    String name = bare(host);
    return entries.stream().anyMatch(entry -> covers(entry, name, port));
  }

  private static boolean covers(String entry, String host, int port) {
    Matcher parts = ENTRY.matcher(entry);
    if (entry.equals("*") || !parts.matches()) {
      return entry.equals("*");
    }
    String only = parts.group(2);
    String place = bare(parts.group(1));
    return (only == null || Integer.parseInt(only) == port)
        && literal(host)
            .map(address -> isIn(place, address))
            .orElseGet(() -> isBeneath(place, host));
  }

  private static boolean isBeneath(String domain, String host) {
    String name = domain.replaceFirst("^\\*?\\.", "");
    return host.endsWith("." + name) || (host.equals(name) && domain.equals(name));
  }

  private static boolean isIn(String network, InetAddress address) {
    Matcher parts = NETWORK.matcher(network);
    if (!parts.matches()) {
      return false;
    }
    Optional<InetAddress> base = literal(parts.group(1));
    int bits = 8 * address.getAddress().length;
    int prefix = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
    return base.isPresent()
        && 8 * base.get().getAddress().length == bits
        && number(base.get()).xor(number(address)).bitLength() <= bits - prefix;
  }

  private static BigInteger number(InetAddress address) {
    return new BigInteger(1, address.getAddress());
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Without brackets and a final dot. */
  private static String bare(String host) {
    return host.replaceAll("[\\[\\]]", "").replaceFirst("\\.$", "");
  }
}

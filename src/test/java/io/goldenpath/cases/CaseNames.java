package io.goldenpath.cases;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Resolves names of cases to addresses of this machine, all others as ever. */
public final class CaseNames extends InetAddressResolverProvider {

  private static final Map<String, List<InetAddress>> KNOWN = new ConcurrentHashMap<>();

  /** From now on this name, as it is asked for on the wire, has these addresses. */
  static void add(String name, List<String> addresses) {
    KNOWN.put(key(name), addresses.stream().map(address -> named(name, address)).toList());
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Known(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "cases";
  }

  /** Capitals and a final dot are the same to every name server. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }

  private static InetAddress named(String name, String address) {
    try {
      return InetAddress.getByAddress(name, InetAddress.ofLiteral(address).getAddress());
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException(address, impossible);
    }
  }

  private record Known(InetAddressResolver others) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      List<InetAddress> known = KNOWN.get(key(host));
      return known == null ? others.lookupByName(host, policy) : known.stream();
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return others.lookupByAddress(address);
    }
  }
}

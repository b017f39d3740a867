package io.goldenpath.wire;

import java.net.IDN;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host and port that a URI leads to, and whether TLS is spoken there. */
record ServerAddress(String host, int port, boolean tls) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^@]*@)?(\\[[^]]+]|[^:]+)(?::(\\d{1,5}))?");

  /** The host is read from the authority, since {@link URI#getHost} knows no underscores. */
  public static ServerAddress of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https") || scheme.equals("wss");
    Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getAuthority()));
    if (uri.getAuthority() == null || !authority.matches()) {
      throw new IllegalArgumentException("an address without a host: " + scheme + "://…");
    }
    String host = authority.group(1);
    int port = authority.group(2) == null ? tls ? 443 : 80 : Integer.parseInt(authority.group(2));
    return new ServerAddress(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : IDN.toASCII(host), port, tls);
  }

  public String hostHeader() {
    return port == (tls ? 443 : 80) ? bracketedHost() : toString();
  }

  /** For a proxy to resolve. */
  InetSocketAddress unresolved() {
    return InetSocketAddress.createUnresolved(host, port);
  }

  @Override
  public String toString() {
    return bracketedHost() + ":" + port;
  }

  private String bracketedHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}

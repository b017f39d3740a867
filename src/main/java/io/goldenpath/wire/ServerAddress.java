package io.goldenpath.wire;

import io.goldenpath.model.target.UrlHost;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host and port that a URI leads to, and whether TLS is spoken there. */
record ServerAddress(String host, int port, boolean tls) {

  private static final Pattern PORT = Pattern.compile(":(\\d{1,5})$");

  public static ServerAddress of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https") || scheme.equals("wss");
    String host =
        UrlHost.of(uri)
            .orElseThrow(() ->
                new IllegalArgumentException("an address without a host: " + scheme + "://…"));
    Matcher port = PORT.matcher(uri.getAuthority());
    return new ServerAddress(
        host.replaceAll("[\\[\\]]", ""),
        port.find() ? Integer.parseInt(port.group(1)) : tls ? 443 : 80,
        tls);
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

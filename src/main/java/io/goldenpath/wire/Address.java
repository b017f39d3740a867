package io.goldenpath.wire;

import java.net.URI;
import java.util.Locale;

/** Where a URI leads: scheme, host and port, and whether TLS is spoken there. */
record Address(String host, int port, boolean tls) {

  static Address of(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    boolean tls = scheme.equals("https") || scheme.equals("wss");
    int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
    String host = uri.getHost();
    return new Address(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port, tls);
  }

  /** The value of a {@code Host} header. */
  String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}

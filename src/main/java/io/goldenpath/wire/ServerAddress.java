package io.goldenpath.wire;

import io.goldenpath.model.target.UrlHost;
import java.net.InetSocketAddress;
import java.net.URI;

/** Host and port that a URI leads to, and whether TLS is spoken there. */
record ServerAddress(String host, int port, boolean tls) {

  public static ServerAddress of(URI uri) {
    String host =
        UrlHost.of(uri)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "an address without a host: " + uri.getScheme() + "://…"));
    return new ServerAddress(
        host.replaceAll("[\\[\\]]", ""), UrlHost.port(uri), UrlHost.isEncrypted(uri));
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

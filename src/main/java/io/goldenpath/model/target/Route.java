package io.goldenpath.model.target;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a target are made.
 *
 * @param sslBundle Name of the SSL bundle that is trusted; null for what the JVM trusts.
 * @param proxy HTTP proxy, with its credentials if it wants any; null for none.
 */
public record Route(@Nullable String sslBundle, @Nullable URI proxy) {

  public static final Route DIRECT = new Route(null, null);

  /** Shows the proxy's host alone: its address may hold a password. */
  @Override
  public String toString() {
    return "Route[sslBundle="
        + sslBundle
        + ", proxy="
        + (proxy == null ? "" : proxy.getHost())
        + "]";
  }
}

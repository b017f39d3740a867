package io.goldenpath.model.target;

import org.jspecify.annotations.Nullable;

/**
 * How connections to a target are made.
 *
 * @param sslBundle Name of the SSL bundle that is trusted; null for what the JVM trusts.
 * @param serverName Name in TLS: the one asked for and expected in the certificate; null for the
 *     host's.
 */
public record Route(
    @Nullable String sslBundle,
    @Nullable String serverName,
    AddressChoice addresses,
    ProxyRules proxies) {

  public static final Route DIRECT = new Route(null, null, AddressChoice.ANY, ProxyRules.NONE);
}

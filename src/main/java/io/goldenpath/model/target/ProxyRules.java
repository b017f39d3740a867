package io.goldenpath.model.target;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a connection goes through.
 *
 * @param http For plain requests; null for none.
 * @param https For encrypted requests, and as in RFC 6455 for every WebSocket; null for none.
 * @param exceptions Hosts that are reached without any.
 */
public record ProxyRules(
    @Nullable ProxyServer http, @Nullable ProxyServer https, NoProxy exceptions) {

  public static final ProxyRules NONE = new ProxyRules(null, null, NoProxy.NOTHING);

  public static ProxyRules always(ProxyServer proxy) {
    return new ProxyRules(proxy, proxy, NoProxy.NOTHING);
  }

  /** Empty where the address is reached directly. */
  public Optional<ProxyServer> proxyFor(URI url) {
    String host = UrlHost.of(url).orElse("");
    if (exceptions.covers(host, UrlHost.port(url))) {
      return Optional.empty();
    }
    return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
      case "http" -> Optional.ofNullable(http);
      case "https" -> Optional.ofNullable(https);
      default -> Optional.ofNullable(https == null ? http : https);
    };
  }
}

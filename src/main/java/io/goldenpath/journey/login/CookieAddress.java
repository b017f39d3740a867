package io.goldenpath.journey.login;

import io.goldenpath.model.target.UrlHost;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.core5.net.InetAddressUtils;

/** What cookies ask of an address; loopback counts as secure, as in browsers. */
record CookieAddress(String host, String path, boolean secure) {

  static CookieAddress of(URI url) {
    String host = UrlHost.of(url).orElseThrow();
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    boolean encrypted = scheme.equals("https") || scheme.equals("wss");
    return new CookieAddress(host, path, encrypted || isLoopback(host));
  }

  private static boolean isLoopback(String host) {
    String name = host.replaceFirst("\\.$", "");
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || host.equals("[::1]")
        || (host.startsWith("127.") && InetAddressUtils.isIPv4(host));
  }

  boolean isAddress() {
    return host.startsWith("[") || InetAddressUtils.isIPv4(host);
  }

  boolean isWithin(String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && !isAddress());
  }

  boolean isUnder(String cookiePath) {
    return path.equals(cookiePath)
        || path.startsWith(cookiePath.endsWith("/") ? cookiePath : cookiePath + "/");
  }

  String defaultCookiePath() {
    return path.substring(0, Math.max(1, path.lastIndexOf('/')));
  }
}

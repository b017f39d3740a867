package io.goldenpath.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Origin of a request, as far as its connection shows; headers can only lower trust. */
record RequestOrigin(HttpServletRequest request) {

  private static final Set<String> PROXY_HEADERS =
      Set.of(
          "forwarded",
          "via",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-envoy-external-address",
          "x-original-forwarded-for",
          "true-client-ip",
          "cf-connecting-ip",
          "fastly-client-ip");
  private static final String FETCH_SITE = "Sec-Fetch-Site";
  private static final String FORWARDED_BY_VALVE = "org.apache.tomcat.request.forwarded";

  /** Of the connection itself: a filter that believes forwarding headers wraps the request. */
  static RequestOrigin of(HttpServletRequest request) {
    HttpServletRequest own = request;
    while (own instanceof HttpServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest inner) {
      own = inner;
    }
    return new RequestOrigin(own);
  }

  boolean isLocal() {
    return isLoopback(request.getRemoteAddr()) && !isProxied();
  }

  /** A server name that is not ours shows DNS rebinding: another site's name, pointed at us. */
  boolean isCrossSite() {
    return !isLoopback(request.getServerName()) || isForeign();
  }

  /** Whether a browser says that another site's page sends it. */
  boolean isForeign() {
    String site = request.getHeader(FETCH_SITE);
    return (site != null && !Set.of("same-origin", "none").contains(site))
        || isForeignOrigin(request.getHeader(HttpHeaders.ORIGIN));
  }

  /** Whether a browser says that a page of this server sends it, which no other page can feign. */
  boolean isSameSite() {
    String site = request.getHeader(FETCH_SITE);
    return site == null
        ? request.getHeader(HttpHeaders.ORIGIN) != null && !isForeign()
        : site.equals("same-origin");
  }

  String address() {
    return request.getRemoteAddr();
  }

  private boolean isProxied() {
    return request.getAttribute(FORWARDED_BY_VALVE) != null
        || Collections.list(request.getHeaderNames()).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .anyMatch(name -> PROXY_HEADERS.contains(name) || name.startsWith("x-forwarded"));
  }

  private boolean isForeignOrigin(@Nullable String origin) {
    if (origin == null) {
      return false;
    }
    try {
      return !Objects.equals(
          URI.create(origin).getAuthority(), request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException _) {
      return true;
    }
  }

  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}

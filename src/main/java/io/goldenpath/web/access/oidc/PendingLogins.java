package io.goldenpath.web.access.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.util.WebUtils;

/**
 * Log-ins that have begun, until the provider sends them back; strangers begin them, so that they
 * are bounded and none has a session.
 */
public final class PendingLogins
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  /** Parameter of a log-in, and attribute of the request that ends it: where to go afterwards. */
  public static final String NEXT = "next";

  private static final String COOKIE = "goldenpath-login";
  private static final int MOST = 1_000;
  private static final int ID_BYTES = 32;
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** The oldest goes first. */
  private final Map<String, Pending> pending =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pending> eldest) {
          return size() > MOST;
        }
      };

  public PendingLogins(InstantSource clock) {
    this.clock = clock;
  }

  private record Pending(OAuth2AuthorizationRequest login, @Nullable String next, Instant until) {}

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    synchronized (pending) {
      return id(request).map(pending::get).map(Pending::login).orElse(null);
    }
  }

  @Override
  public void saveAuthorizationRequest(
      @Nullable OAuth2AuthorizationRequest login,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (login == null) {
      removeAuthorizationRequest(request, response);
      return;
    }
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    synchronized (pending) {
      pending.put(
          id, new Pending(login, request.getParameter(NEXT), clock.instant().plus(LONGEST)));
    }
    setCookie(request, response, id, LONGEST);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    Optional<Pending> ended;
    synchronized (pending) {
      ended = id(request).map(pending::remove);
    }
    setCookie(request, response, "", Duration.ZERO);
    return ended
        .filter(one -> clock.instant().isBefore(one.until()))
        .map(one -> {
          request.setAttribute(NEXT, one.next());
          return one.login();
        })
        .orElse(null);
  }

  private static Optional<String> id(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, COOKIE);
    return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
  }

  /** Sent along when the provider leads back, as a page of another site. */
  private static void setCookie(
      HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path(request.getContextPath() + "/")
            .maxAge(age)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .build()
            .toString());
  }
}

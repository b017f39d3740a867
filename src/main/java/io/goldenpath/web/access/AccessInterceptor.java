package io.goldenpath.web.access;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.web.api.ApiProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Access rule: only who has the token may start something, or only loopback where none is
 * configured; reading is open.
 *
 * <p>Another site's page in a browser on this machine does not count as loopback, and neither does
 * whoever comes through a proxy on this machine.
 */
@Component
public record AccessInterceptor(CurrentSettings settings) implements HandlerInterceptor {

  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (READING.contains(request.getMethod()) || mayAct(request)) {
      return true;
    }
    if (token() != null || !RequestOrigin.of(request).isLocal()) {
      throw refused();
    }
    throw ApiProblems.of(
        HttpStatus.FORBIDDEN,
        "Another site's page may not start anything here; expected a request from this page or"
            + " from no page at all");
  }

  /** Whether whoever sends this may start something, by whatever method. */
  public boolean mayAct(HttpServletRequest request) {
    RequestOrigin origin = RequestOrigin.of(request);
    return hasToken(request) || (token() == null && origin.isLocal() && !origin.isCrossSite());
  }

  /** Read at each request; null refuses all from beyond loopback. */
  private @Nullable Secret token() {
    Secret written = settings.settings().accessToken();
    return written == null || written.reveal().isBlank() ? null : written;
  }

  private boolean hasToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Secret expected = token();
    return expected != null
        && header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && Secret.of(header.substring(BEARER.length()).trim()).equals(expected);
  }

  private ErrorResponseException refused() {
    if (token() == null) {
      return ApiProblems.of(
          HttpStatus.FORBIDDEN,
          "POST is refused from beyond loopback: no goldenpath.access.token is configured");
    }
    return ApiProblems.of(
        HttpStatus.UNAUTHORIZED,
        "POST needs 'Authorization: Bearer' with goldenpath.access.token",
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer");
  }
}

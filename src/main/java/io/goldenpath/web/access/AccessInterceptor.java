package io.goldenpath.web.access;

import io.goldenpath.settings.keys.access.AccessRole;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.web.api.ApiProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Access rule: only operators may start something, or only loopback where nobody is told apart; and
 * nobody without bound.
 *
 * <p>Another site's page in a browser on this machine does not count as loopback, and neither does
 * whoever comes through a proxy on this machine.
 */
@Component
public final class AccessInterceptor implements HandlerInterceptor {

  static final int MOST_A_MINUTE = 120;

  private final CurrentSettings settings;
  private final BearerToken token;
  private final AccessRoles roles;
  private final RateLimit limit;

  AccessInterceptor(CurrentSettings settings, InstantSource clock) {
    this.settings = settings;
    this.token = new BearerToken(settings);
    this.roles = new AccessRoles(settings);
    this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), clock);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (PathRules.isReading(request)) {
      return true;
    }
    if (!mayAct(request)) {
      throw refused(request);
    }
    String actor = actor(request);
    limit
        .take(actor)
        .ifPresent(wait -> {
          throw ApiProblems.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "At most %d requests a minute may start or change something".formatted(MOST_A_MINUTE),
              HttpHeaders.RETRY_AFTER,
              String.valueOf(wait.toSeconds() + 1));
        });
    ActingLog.acts(request, actor);
    return true;
  }

  /** Whether whoever sends this may start something, by whatever method. */
  public boolean mayAct(HttpServletRequest request) {
    RequestOrigin origin = RequestOrigin.of(request);
    AccessSettings access = settings.settings().access();
    return token.isIn(request)
        || (access.restricted() && isOperator())
        || (access.open() && origin.isLocal() && !origin.isCrossSite());
  }

  private boolean isOperator() {
    return roles.current().filter(role -> role.includes(AccessRole.OPERATOR)).isPresent();
  }

  private String actor(HttpServletRequest request) {
    Principal known = request.getUserPrincipal();
    if (known != null) {
      return known.getName();
    }
    return token.isIn(request) ? "the token" : "this machine";
  }

  private ErrorResponseException refused(HttpServletRequest request) {
    AccessSettings access = settings.settings().access();
    if (access.token() != null) {
      return ApiProblems.of(
          HttpStatus.UNAUTHORIZED,
          "POST needs 'Authorization: Bearer' with goldenpath.access.token",
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer");
    }
    return ApiProblems.of(
        HttpStatus.FORBIDDEN,
        access.open() && RequestOrigin.of(request).isLocal()
            ? "Another site's page may not start anything here; expected a request from this page"
                + " or from no page at all"
            : "POST is refused from beyond loopback: no goldenpath.access.token is configured");
  }
}

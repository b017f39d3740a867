package io.goldenpath.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests that need the token of a form: those that a browser may have sent by itself with what it
 * knows of a log-in, and that do not say that they come from the monitor's own pages.
 */
record CrossSiteRequests() implements RequestMatcher {

  @Override
  public boolean matches(HttpServletRequest request) {
    if (PathRules.isReading(request) || RequestOrigin.of(request).isSameSite()) {
      return false;
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return isBasic(authorization) && RequestOrigin.of(request).isForeign();
    }
    return request.getSession(false) != null
        || request.getServletPath().equals(LoginController.PATH);
  }

  /** Browsers send a name and password by themselves, and no other kind. */
  private static boolean isBasic(String authorization) {
    return authorization.toLowerCase(Locale.ROOT).startsWith("basic");
  }
}

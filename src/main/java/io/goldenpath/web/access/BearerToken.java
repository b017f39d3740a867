package io.goldenpath.web.access;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.load.CurrentSettings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** The token of the settings, as a request carries it. */
record BearerToken(CurrentSettings settings) {

  private static final String BEARER = "Bearer ";

  /** Read at each request. */
  boolean isIn(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Secret expected = settings.settings().access().token();
    return expected != null
        && header != null
        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && Secret.of(header.substring(BEARER.length()).trim()).equals(expected);
  }
}

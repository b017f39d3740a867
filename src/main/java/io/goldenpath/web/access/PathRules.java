package io.goldenpath.web.access;

import io.goldenpath.settings.keys.access.AccessRole;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Which role a request needs: none for what tells only whether things work, reader to read, and
 * operator for all else.
 *
 * @param actuator Path of the actuator's endpoints.
 */
record PathRules(String actuator, AccessRoles roles)
    implements AuthorizationManager<RequestAuthorizationContext> {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OPEN =
      Set.of("/status", LoginController.PATH, "/page.css", "/page.js", "/livez", "/readyz");

  static boolean isReading(HttpServletRequest request) {
    return READING.contains(request.getMethod());
  }

  /** The platform that is watched has a login of its own; its faults are the monitor's to play. */
  static boolean isDemoPlatform(HttpServletRequest request) {
    String path = path(request);
    return path.startsWith("/demo/") && !path.startsWith("/demo/faults");
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    if (isReading(request) && isOpen(path(request))) {
      return new AuthorizationDecision(true);
    }
    AccessRole needed = isReading(request) ? AccessRole.READER : AccessRole.OPERATOR;
    return new AuthorizationDecision(
        roles.of(authentication.get()).filter(role -> role.includes(needed)).isPresent());
  }

  private boolean isOpen(String path) {
    return OPEN.contains(path)
        || (path.startsWith("/favicon-") && path.endsWith(".svg"))
        || path.equals(actuator + "/health/liveness")
        || path.equals(actuator + "/health/readiness")
        || (path.equals(actuator + "/prometheus")
            && roles.settings().settings().access().metricsOpen());
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }
}

package io.goldenpath.web.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** What follows on a log-in, a failed one and a log-out. */
record LoginReplies()
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {

  private static final Logger logger = LoggerFactory.getLogger(LoginReplies.class);
  private static final Set<String> UNASKED =
      Set.of("authorization_request_not_found", "invalid_state_parameter");

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    logger.info(
        "{} has logged in from {}",
        ActingLog.name(authentication.getName()),
        RequestOrigin.of(request).address());
    String next = request.getParameter(LoginController.NEXT);
    Object pending = request.getAttribute(LoginController.NEXT);
    AccessRefusal.redirect(
        response,
        LocalAddress.of(request.getContextPath(), pending instanceof String kept ? kept : next)
            .path());
  }

  /** The page once more, with the reason, and a status that programs understand. */
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
      throws IOException, ServletException {
    boolean many = failed instanceof TooManyAttemptsException;
    response.setStatus((many ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED).value());
    if (failed instanceof TooManyAttemptsException wait) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.seconds()));
    }
    request.setAttribute(LoginController.FAILURE, why(failed));
    request.getRequestDispatcher(LoginController.PATH).forward(request, response);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Authentication authentication) {
    AccessRefusal.redirect(response, request.getContextPath() + LoginController.PATH);
  }

  private static String why(AuthenticationException failed) {
    return switch (failed) {
      case TooManyAttemptsException many ->
          "Too many failed log-ins: try again in %d s".formatted(many.seconds());
      case BadCredentialsException _ -> "Wrong name or password";
      default -> {
        log(failed);
        yield "The provider's log-in failed: try again, and if it stays so, see the monitor's log";
      }
    };
  }

  /** What anybody can cause at will is no warning. */
  private static void log(AuthenticationException failed) {
    boolean unasked =
        failed instanceof OAuth2AuthenticationException remote
            && UNASKED.contains(remote.getError().getErrorCode());
    logger
        .atLevel(unasked ? Level.DEBUG : Level.WARN)
        .log("Log-in by goldenpath.access.oidc failed: {}", ActingLog.name(reason(failed)));
  }

  private static String reason(Throwable failed) {
    Throwable cause = failed.getCause();
    return cause == null ? String.valueOf(failed.getMessage()) : reason(cause);
  }
}

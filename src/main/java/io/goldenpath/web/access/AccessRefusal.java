package io.goldenpath.web.access;

import io.goldenpath.settings.service.AccessSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import tools.jackson.databind.json.JsonMapper;

/** Answers who may not: people with the login page, programs with a problem detail. */
record AccessRefusal(AccessRoles roles) implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof TooManyAttemptsException many) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(many.seconds()));
      problem(request, response, HttpStatus.TOO_MANY_REQUESTS, "Too many failed log-ins");
    } else if (wantsPage(request)) {
      String next = request.getRequestURI() + query(request.getQueryString());
      redirect(
          response,
          LocalAddress.of(request.getContextPath(), next).login(request.getContextPath()));
    } else {
      challenge(request, response);
      problem(request, response, HttpStatus.UNAUTHORIZED, "This needs %s".formatted(expected()));
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (denied instanceof CsrfException) {
      problem(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "Expected a request from one of the monitor's own pages, or with the token of its form");
    } else if (roles.current().isEmpty()) {
      commence(request, response, new SignedOutException());
    } else {
      problem(
          request,
          response,
          HttpStatus.FORBIDDEN,
          "This needs the role operator, and you have the role reader");
    }
  }

  /** Relative, so that no header of a request has a say in where it leads. */
  static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(HttpHeaders.LOCATION, path);
  }

  private static String query(@Nullable String query) {
    return query == null ? "" : "?" + query;
  }

  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && PathRules.isReading(request);
  }

  /** A browser would ask for a name and password in a window of its own. */
  private void challenge(HttpServletRequest request, HttpServletResponse response) {
    AccessSettings access = roles.settings().settings().access();
    if (access.token() != null) {
      response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (!access.users().isEmpty() && !isBrowser(request)) {
      response.addHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Golden Path Monitor\", charset=\"UTF-8\"");
    }
  }

  private static boolean isBrowser(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return request.getHeader("Sec-Fetch-Mode") != null
        || (agent != null && agent.startsWith("Mozilla/"));
  }

  private String expected() {
    AccessSettings access = roles.settings().settings().access();
    String token = "'Authorization: Bearer' with goldenpath.access.token";
    String users = "'Authorization: Basic' with a name and password of goldenpath.access.users";
    if (access.token() != null) {
      return access.users().isEmpty() ? token : token + ", or " + users;
    }
    return access.users().isEmpty() ? "a log-in at " + LoginController.PATH : users;
  }

  private static void problem(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    problem.put("instance", request.getRequestURI());
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(JSON.writeValueAsBytes(problem));
  }

  /** One whose user has been removed from the settings. */
  private static final class SignedOutException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    SignedOutException() {
      super("signed out");
    }
  }
}

package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Errors that nothing else answers: a page for people, a problem detail for programs. */
@Controller
@RequestMapping("${server.error.path:/error}")
public final class ErrorPageController implements ErrorController {

  @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request) {
    HttpStatus status = status(request);
    return page(status, what(status));
  }

  public static ModelAndView page(HttpStatus status, String what) {
    ModelAndView page = new ModelAndView("unknown", status);
    page.addObject("what", what);
    page.addObject("stored", RunHistory.CAPACITY);
    return page;
  }

  @RequestMapping
  ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
    HttpStatus status = status(request);
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, what(status));
    problem.setInstance(address(request));
    return ResponseEntity.status(status).body(problem);
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  /** What was asked for; null where it is no URI, and Spring then names this page. */
  private static @Nullable URI address(HttpServletRequest request) {
    try {
      Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
      return asked instanceof String address ? new URI(address) : null;
    } catch (URISyntaxException _) {
      return null;
    }
  }

  private static String what(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "Nothing is served under this address";
      case METHOD_NOT_ALLOWED -> "This address does not understand that method";
      default ->
          status.is5xxServerError()
              ? "The monitor itself failed; its log says why"
              : "The request was not understood: " + status.getReasonPhrase();
    };
  }
}

package io.goldenpath.web.api;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Problem details (RFC 9457) of refused requests. */
@RestControllerAdvice
public final class ApiProblems {

  public static ErrorResponseException of(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }

  public static ErrorResponseException of(
      HttpStatus status, String detail, String header, String value) {
    ErrorResponseException problem = of(status, detail);
    problem.getHeaders().set(header, value);
    return problem;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> respond(ErrorResponseException problem) {
    return ResponseEntity.status(problem.getStatusCode())
        .headers(problem.getHeaders())
        .body(problem.getBody());
  }

  /** Of a query or form that Tomcat cannot read. */
  @ExceptionHandler
  ProblemDetail unreadable(InvalidParameterException malformed) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "A parameter is not percent-encoded UTF-8");
  }
}

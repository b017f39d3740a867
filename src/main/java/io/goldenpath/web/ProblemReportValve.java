package io.goldenpath.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that the server refuses before any of the application's code sees them, such as
 * one with a malformed address: with a problem detail, unless a person asks.
 */
public final class ProblemReportValve extends ErrorReportValve {

  private static final JsonMapper JSON = JsonMapper.shared();

  public ProblemReportValve() {
    setShowReport(false);
    setShowServerInfo(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    boolean page = accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    if (status == null || !status.isError() || page) {
      super.report(request, response, failure);
    } else if (response.getContentWritten() == 0 && response.setErrorReported()) {
      write(request, response, status);
    }
  }

  private static void write(Request request, Response response, HttpStatus status) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", "The request was not understood: " + status.getReasonPhrase());
    problem.put("instance", request.getRequestURI());
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(JSON.writeValueAsBytes(problem));
      response.finishResponse();
    } catch (IOException _) {
      // nobody is there to hear it
    }
  }
}

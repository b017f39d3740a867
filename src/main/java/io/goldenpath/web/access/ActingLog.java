package io.goldenpath.web.access;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.redaction.PrintableText;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Logs who started or changed what: a line for each request that was let in. */
@Component
@Order
final class ActingLog extends OncePerRequestFilter {

  private static final Logger logger = LoggerFactory.getLogger("io.goldenpath.audit");
  private static final String ACTOR = ActingLog.class.getName() + ".actor";
  private static final int MOST = 500;

  /** Remembers who acts, until it is known what came of it. */
  static void acts(HttpServletRequest request, String actor) {
    request.setAttribute(ACTOR, actor);
  }

  /** Printable, on one line. */
  static String name(String name) {
    return Excerpt.of(PrintableText.of(name), MOST);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return PathRules.isReading(request) || PathRules.isDemoPlatform(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingRequestWrapper read = new ContentCachingRequestWrapper(request, MOST);
    try {
      chain.doFilter(read, response);
    } finally {
      if (request.getAttribute(ACTOR) instanceof String actor && logger.isInfoEnabled()) {
        String body = new String(read.getContentAsByteArray(), StandardCharsets.UTF_8);
        logger.info(
            "{} from {}: {} {} {}: {}",
            name(actor),
            RequestOrigin.of(request).address(),
            request.getMethod(),
            name(request.getRequestURI()),
            body.startsWith("{") ? name(body) : "without JSON",
            response.getStatus());
      }
    }
  }
}

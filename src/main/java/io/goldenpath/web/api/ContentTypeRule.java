package io.goldenpath.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body of whatever type, of which Spring itself would make a failure of the server. */
public final class ContentTypeRule implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String type = request.getContentType();
    if (type != null && type.contains(MimeTypeUtils.ALL.getType())) {
      throw ApiProblems.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type: expected application/json");
    }
    return true;
  }
}

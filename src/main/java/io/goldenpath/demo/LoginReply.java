package io.goldenpath.demo;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a login is answered with.
 *
 * @param status Status of the reply.
 * @param type Content type of the body.
 * @param body Text of the body.
 * @param headers Further headers of the reply.
 * @param delay How long the reply takes.
 */
record LoginReply(
    int status, MediaType type, String body, Map<String, String> headers, Duration delay) {

  static LoginReply json(int status, String body) {
    return new LoginReply(status, MediaType.APPLICATION_JSON, body, Map.of(), Duration.ZERO);
  }

  static LoginReply json(int status, ObjectNode body) {
    return json(status, body.toString());
  }

  static LoginReply refusal(int status, String detail) {
    return json(status, Json.object().put("detail", detail));
  }

  static LoginReply page(int status, String title) {
    return new LoginReply(status, MediaType.TEXT_HTML, Page.titled(title), Map.of(), Duration.ZERO);
  }

  LoginReply with(String header, String value) {
    return new LoginReply(status, type, body, Map.of(header, value), delay);
  }

  LoginReply after(Duration other) {
    return new LoginReply(status, type, body, headers, other);
  }
}

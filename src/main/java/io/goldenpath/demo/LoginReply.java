package io.goldenpath.demo;

import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a login is answered with.
 *
 * @param status Status of the reply.
 * @param type Content type of the body.
 * @param body Text of the body.
 * @param delay How long the reply takes.
 */
record LoginReply(int status, MediaType type, String body, Duration delay) {

  static LoginReply json(int status, ObjectNode body) {
    return new LoginReply(status, MediaType.APPLICATION_JSON, body.toString(), Duration.ZERO);
  }

  static LoginReply refusal(int status, String detail) {
    return json(status, Json.object().put("detail", detail));
  }
}

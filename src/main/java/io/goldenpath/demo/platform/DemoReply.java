package io.goldenpath.demo.platform;

import io.goldenpath.demo.script.DemoJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** HTTP reply of the platform; at an upgrade, one without a status lets the upgrade go on. */
public record DemoReply(
    @Nullable Integer status, Map<String, String> headers, String body, Duration delay) {

  public static DemoReply json(int status, String body) {
    return new DemoReply(status, Map.of("Content-Type", "application/json"), body, Duration.ZERO);
  }

  public static DemoReply json(int status, ObjectNode body) {
    return json(status, body.toString());
  }

  public static DemoReply refusal(int status, String detail) {
    return json(status, DemoJson.object().put("detail", detail));
  }

  public static DemoReply bare(int status) {
    return new DemoReply(status, Map.of(), "", Duration.ZERO);
  }

  public DemoReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new DemoReply(status, more, body, delay);
  }

  public DemoReply after(Duration other) {
    return new DemoReply(status, headers, body, other);
  }

  public ServerResponse response() {
    return ServerResponse.status(Objects.requireNonNull(status))
        .headers(all -> headers.forEach(all::set))
        .body(body);
  }
}

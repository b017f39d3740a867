package io.goldenpath.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade is answered with.
 *
 * @param status Status of the reply; null where the upgrade goes on as if nothing had been.
 * @param headers Headers of the reply.
 * @param body Text of the body.
 * @param delay How long the reply takes.
 */
record UpgradeReply(
    @Nullable Integer status, Map<String, String> headers, String body, Duration delay) {

  /** The application's own reply. */
  static UpgradeReply json(int status, String body) {
    return new UpgradeReply(
        status, Map.of("Content-Type", "application/json"), body, Duration.ZERO);
  }

  /** The page of something that stands before the application. */
  static UpgradeReply page(int status, String title) {
    return new UpgradeReply(
        status, Map.of("Content-Type", "text/html"), Page.titled(title), Duration.ZERO);
  }

  /** Nothing but a status, and headers by name and value. */
  static UpgradeReply bare(int status, String... headers) {
    return new UpgradeReply(
        status, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]), "", Duration.ZERO);
  }

  UpgradeReply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new UpgradeReply(status, more, body, delay);
  }

  /** The upgrade, after that time. */
  static UpgradeReply late(Duration delay) {
    return new UpgradeReply(null, Map.of(), "", delay);
  }
}

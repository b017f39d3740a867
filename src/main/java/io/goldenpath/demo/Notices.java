package io.goldenpath.demo;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What the platform says of itself. */
final class Notices {

  private Notices() {}

  static ObjectNode system(String event, String message, Instant now) {
    return Frames.server(
        "system_message", Json.object().put("event", event).put("message", message), now);
  }

  /** How far the start has come; this frame has no type. */
  static ObjectNode progress(String event, Instant now) {
    return Json.object()
        .put("event", event)
        .put("message", event.replace('_', ' '))
        .put("progress_percentage", 50)
        .put("timestamp", Json.seconds(now))
        .put("message_type", "initialization_progress")
        .put("message_id", "init_progress_0");
  }

  /** Claims that all is well again. */
  static ObjectNode recovery(Instant now) {
    ObjectNode data =
        Json.object()
            .put("event", "connection_recovery")
            .put(
                "message",
                "Experienced integration issue but connection remains stable. You can continue"
                    + " chatting.")
            .put("code", "RECOVERED_FROM_INTEGRATION_ERROR")
            .put("error_code", 1010)
            .put("component", "Integration")
            .put("timestamp", Json.iso(now))
            .put("connection_maintained", true);
    return Frames.server("system_message", data, now);
  }
}

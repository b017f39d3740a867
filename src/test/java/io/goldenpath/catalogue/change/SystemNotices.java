package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** What the platform says of itself. */
public final class SystemNotices {

  private SystemNotices() {}

  /** ISO 8601 in UTC that does not say so. */
  public static String withoutZone(Instant time) {
    return DemoJson.iso(time).replace("+00:00", "");
  }

  public static ObjectNode system(String event, String message, Instant now) {
    return ServerFrames.server(
        "system_message", DemoJson.object().put("event", event).put("message", message), now);
  }

  /** How far the start has come; this frame has no type. */
  public static ObjectNode progress(String event, Instant now) {
    return DemoJson.object()
        .put("event", event)
        .put("message", event.replace('_', ' '))
        .put("progress_percentage", 50)
        .put("timestamp", DemoJson.seconds(now))
        .put("message_type", "initialization_progress")
        .put("message_id", "init_progress_0");
  }

  /** Claims that all is well again. */
  public static ObjectNode recovery(Instant now) {
    ObjectNode data =
        DemoJson.object()
            .put("event", "connection_recovery")
            .put(
                "message",
                "Experienced integration issue but connection remains stable. You can continue"
                    + " chatting.")
            .put("code", "RECOVERED_FROM_INTEGRATION_ERROR")
            .put("error_code", 1010)
            .put("component", "Integration")
            .put("timestamp", DemoJson.iso(now))
            .put("connection_maintained", true);
    return ServerFrames.server("system_message", data, now);
  }
}

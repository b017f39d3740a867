package io.goldenpath.framing.stomp;

import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.model.target.TemplateValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connections of tests, and frames as a server writes them. */
final class StompConversation {

  static final Duration BEAT = Duration.ofSeconds(4);
  static final String CONNECTED = "CONNECTED\nversion:1.2\nheart-beat:4000,4000\n\n\0";

  private StompConversation() {}

  static FramingConnection fresh() {
    return new StompFraming(Map.of(), Map.of("ev", "/user/queue/events"), BEAT)
        .connection(TemplateValues.NONE);
  }

  /** One that the server has accepted at time zero, and whose subscriptions are sent. */
  static FramingConnection connected() {
    return connected(CONNECTED);
  }

  static FramingConnection connected(String answer) {
    FramingConnection connection = fresh();
    connection.due(0);
    connection.unwrap(answer, 0);
    connection.due(0);
    return connection;
  }

  static String event(String body) {
    return event("", body);
  }

  static String event(String headers, String body) {
    return "MESSAGE\n"
        + headers
        + "subscription:ev\nmessage-id:1\ndestination:/user/queue/events\n\n"
        + body
        + "\0";
  }

  static Incoming.Message message(List<Incoming> parts) {
    return (Incoming.Message) parts.getFirst();
  }

  static long seconds(long seconds) {
    return Duration.ofSeconds(seconds).toNanos();
  }
}

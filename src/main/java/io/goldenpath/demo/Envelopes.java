package io.goldenpath.demo;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The other shapes in which parts of the platform send their events. */
final class Envelopes {

  /** Body in data beside the ids, other names for tool and thought, two times of different kind. */
  static final Envelope EMITTER = Envelopes::emitter;

  /** The standard one with the thread on top, and other names within the payload. */
  static final Envelope USER_EMITTER = Envelopes::userEmitter;

  /** Ids within the payload, no time, no agent, and the whole result as payload. */
  static final Envelope BARE = Envelopes::bare;

  /** The platform's frame for everything else: the event's name stands within data. */
  static final Envelope SERVER_MESSAGE =
      (event, now) -> Frames.server(serverType(event), serverData(event, now), now);

  /** Everything side by side. */
  static final Envelope FLAT = Envelopes::flat;

  /** All but the name within the payload. */
  static final Envelope NOTIFIER = Envelopes::notifier;

  /** A system message that is named on top, and keeps its body in the payload's data. */
  static final Envelope NESTED = Envelopes::nested;

  private Envelopes() {}

  private static ObjectNode emitter(Event event, Instant now) {
    ObjectNode body = event.body().deepCopy();
    ObjectNode data = Json.object();
    ObjectNode metadata = Json.object();
    switch (event.type()) {
      case Event.THINKING -> {
        data.set("thought", body.remove("reasoning"));
        data.put("type", "reasoning");
      }
      case Event.EXECUTING, Event.EXECUTED -> data.set("tool", body.remove("tool_name"));
      default -> data.put("agent_name", event.agent());
    }
    data.set("status", body.remove("status"));
    metadata.setAll(body);
    data.set("metadata", metadata.put("agent_name", event.agent()));
    data.put("timestamp", Json.seconds(now))
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("request_id", "req_" + event.ids().run());
    return Json.object()
        .put("type", event.type())
        .set("data", data)
        .put("timestamp", Json.naive(now))
        .put("critical", true)
        .putNull("attempt");
  }

  private static ObjectNode userEmitter(Event event, Instant now) {
    ObjectNode frame = Envelope.STANDARD.wrap(event, now);
    ObjectNode body = event.body().deepCopy();
    body.remove("status");
    switch (event.type()) {
      case Event.THINKING -> {
        body.set("thought", body.remove("reasoning"));
        body.set("step", body.remove("step_number"));
      }
      case Event.EXECUTING -> body.set("tool_input", body.remove("parameters"));
      case Event.EXECUTED -> body.put("success", true).set("result_summary", body.remove("result"));
      case Event.COMPLETED -> body.put("success", true);
      default -> {}
    }
    return frame
        .put("thread_id", event.ids().thread())
        .put("request_id", "req_" + event.ids().run())
        .set("payload", body);
  }

  private static ObjectNode bare(Event event, Instant now) {
    ObjectNode payload =
        switch (event.type()) {
          case Event.STARTED -> Json.object();
          case Event.COMPLETED -> {
            ObjectNode result = Json.object().put("status", "completed");
            result.set("response", event.body().path("result"));
            yield result;
          }
          default -> event.body().deepCopy();
        };
    return Json.object()
        .put("type", event.type())
        .set(
            "payload",
            payload.put("thread_id", event.ids().thread()).put("run_id", event.ids().run()));
  }

  private static String serverType(Event event) {
    return switch (event.type()) {
      case Event.STARTED -> "system_message";
      case Event.COMPLETED -> "agent_response_complete";
      default -> "agent_progress";
    };
  }

  private static ObjectNode serverData(Event event, Instant now) {
    ObjectNode data = Json.object().put("event", event.type()).put("type", event.type());
    data.setAll(event.body().deepCopy());
    if (event.type().equals(Event.COMPLETED)) {
      data.set("content", data.remove("result"));
    }
    return data.put("agent_name", event.agent())
        .put("user_id", event.ids().user())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("timestamp", Json.seconds(now));
  }

  private static ObjectNode flat(Event event, Instant now) {
    ObjectNode frame = Json.object().put("type", event.type()).put("event", event.type());
    frame.setAll(event.body().deepCopy());
    if (event.type().equals(Event.COMPLETED)) {
      frame.set("final_response", frame.remove("result"));
    }
    return frame
        .put("agent_name", event.agent())
        .put("user_id", event.ids().user())
        .put("thread_id", event.ids().thread())
        .put("run_id", event.ids().run())
        .put("timestamp", Json.seconds(now));
  }

  private static ObjectNode notifier(Event event, Instant now) {
    ObjectNode payload = event.body().deepCopy();
    payload
        .put("agent_name", event.agent())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("timestamp", Json.seconds(now));
    return Json.object().put("type", event.type()).set("payload", payload);
  }

  private static ObjectNode nested(Event event, Instant now) {
    ObjectNode data = event.body().deepCopy();
    data.put("agent_name", event.agent())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread());
    ObjectNode frame = Json.object().put("type", "system_message").put("event", event.type());
    frame.putObject("payload").set("data", data);
    return frame.put("timestamp", Json.seconds(now));
  }
}

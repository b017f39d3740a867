package io.goldenpath.catalogue.change;

import io.goldenpath.demo.script.DemoEvent;
import io.goldenpath.demo.script.DemoJson;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.ServerFrames;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** The other shapes in which parts of the platform send their events. */
public final class PlatformEnvelopes {

  /** Body in data beside the ids, other names for tool and thought, two times of different kind. */
  public static final EventEnvelope EMITTER = PlatformEnvelopes::emitter;

  /** The standard one with the thread on top, and other names within the payload. */
  public static final EventEnvelope USER_EMITTER = PlatformEnvelopes::userEmitter;

  /** Ids within the payload, no time, no agent, and the whole result as payload. */
  public static final EventEnvelope BARE = PlatformEnvelopes::bare;

  /** The platform's frame for everything else: the event's name stands within data. */
  public static final EventEnvelope SERVER_MESSAGE =
      (event, now) -> ServerFrames.server(serverType(event), serverData(event, now), now);

  /** Everything side by side. */
  public static final EventEnvelope FLAT = PlatformEnvelopes::flat;

  /** All but the name within the payload. */
  public static final EventEnvelope NOTIFIER = PlatformEnvelopes::notifier;

  /** A system message that is named on top, and keeps its body in the payload's data. */
  public static final EventEnvelope NESTED = PlatformEnvelopes::nested;

  private PlatformEnvelopes() {}

  private static ObjectNode emitter(DemoEvent event, Instant now) {
    ObjectNode body = event.body().deepCopy();
    ObjectNode data = DemoJson.object();
    ObjectNode metadata = DemoJson.object();
    switch (event.type()) {
      case DemoEvent.THINKING -> {
        data.set("thought", body.remove("reasoning"));
        data.put("type", "reasoning");
      }
      case DemoEvent.EXECUTING, DemoEvent.EXECUTED -> data.set("tool", body.remove("tool_name"));
      default -> data.put("agent_name", event.agent());
    }
    data.set("status", body.remove("status"));
    metadata.setAll(body);
    data.set("metadata", metadata.put("agent_name", event.agent()));
    data.put("timestamp", DemoJson.seconds(now))
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("request_id", "req_" + event.ids().run());
    return DemoJson.object()
        .put("type", event.type())
        .set("data", data)
        .put("timestamp", SystemNotices.withoutZone(now))
        .put("critical", true)
        .putNull("attempt");
  }

  private static ObjectNode userEmitter(DemoEvent event, Instant now) {
    ObjectNode frame = EventEnvelope.STANDARD.wrap(event, now);
    ObjectNode body = event.body().deepCopy();
    body.remove("status");
    switch (event.type()) {
      case DemoEvent.THINKING -> {
        body.set("thought", body.remove("reasoning"));
        body.set("step", body.remove("step_number"));
      }
      case DemoEvent.EXECUTING -> body.set("tool_input", body.remove("parameters"));
      case DemoEvent.EXECUTED ->
          body.put("success", true).set("result_summary", body.remove("result"));
      case DemoEvent.COMPLETED -> body.put("success", true);
      default -> {}
    }
    return frame
        .put("thread_id", event.ids().thread())
        .put("request_id", "req_" + event.ids().run())
        .set("payload", body);
  }

  private static ObjectNode bare(DemoEvent event, Instant now) {
    ObjectNode payload =
        switch (event.type()) {
          case DemoEvent.STARTED -> DemoJson.object();
          case DemoEvent.COMPLETED -> {
            ObjectNode result = DemoJson.object().put("status", "completed");
            result.set("response", event.body().path("result"));
            yield result;
          }
          default -> event.body().deepCopy();
        };
    return DemoJson.object()
        .put("type", event.type())
        .set(
            "payload",
            payload.put("thread_id", event.ids().thread()).put("run_id", event.ids().run()));
  }

  private static String serverType(DemoEvent event) {
    return switch (event.type()) {
      case DemoEvent.STARTED -> "system_message";
      case DemoEvent.COMPLETED -> "agent_response_complete";
      default -> "agent_progress";
    };
  }

  private static ObjectNode serverData(DemoEvent event, Instant now) {
    ObjectNode data = DemoJson.object().put("event", event.type()).put("type", event.type());
    data.setAll(event.body().deepCopy());
    if (event.type().equals(DemoEvent.COMPLETED)) {
      data.set("content", data.remove("result"));
    }
    return data.put("agent_name", event.agent())
        .put("user_id", event.ids().user())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("timestamp", DemoJson.seconds(now));
  }

  private static ObjectNode flat(DemoEvent event, Instant now) {
    ObjectNode frame = DemoJson.object().put("type", event.type()).put("event", event.type());
    frame.setAll(event.body().deepCopy());
    if (event.type().equals(DemoEvent.COMPLETED)) {
      frame.set("final_response", frame.remove("result"));
    }
    return frame
        .put("agent_name", event.agent())
        .put("user_id", event.ids().user())
        .put("thread_id", event.ids().thread())
        .put("run_id", event.ids().run())
        .put("timestamp", DemoJson.seconds(now));
  }

  private static ObjectNode notifier(DemoEvent event, Instant now) {
    ObjectNode payload = event.body().deepCopy();
    payload
        .put("agent_name", event.agent())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread())
        .put("timestamp", DemoJson.seconds(now));
    return DemoJson.object().put("type", event.type()).set("payload", payload);
  }

  private static ObjectNode nested(DemoEvent event, Instant now) {
    ObjectNode data = event.body().deepCopy();
    data.put("agent_name", event.agent())
        .put("run_id", event.ids().run())
        .put("thread_id", event.ids().thread());
    ObjectNode frame = DemoJson.object().put("type", "system_message").put("event", event.type());
    frame.putObject("payload").set("data", data);
    return frame.put("timestamp", DemoJson.seconds(now));
  }
}

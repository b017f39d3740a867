package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The shape in which an event goes over the wire. */
@FunctionalInterface
public interface EventEnvelope {

  /** What the platform sends unless a variant says otherwise: ids on top, body in payload. */
  EventEnvelope STANDARD =
      (event, now) -> {
        ObjectNode frame =
            DemoJson.object()
                .put("type", event.type())
                .put("run_id", event.ids().run())
                .put("thread_id", event.ids().thread())
                .put("agent_name", event.agent())
                .put("timestamp", DemoJson.iso(now));
        return frame.set("payload", event.body().deepCopy());
      };

  ObjectNode wrap(DemoEvent event, Instant now);

  /** This shape with something altered. */
  default EventEnvelope then(Consumer<ObjectNode> change) {
    return (event, now) -> {
      ObjectNode frame = wrap(event, now);
      change.accept(frame);
      return frame;
    };
  }
}

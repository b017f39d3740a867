package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Shape of an event's frame. */
@FunctionalInterface
public interface EventEnvelope {

  /** Used unless a variant is switched on: ids on top, body in payload. */
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

  default EventEnvelope then(Consumer<ObjectNode> change) {
    return (event, now) -> {
      ObjectNode frame = wrap(event, now);
      change.accept(frame);
      return frame;
    };
  }
}

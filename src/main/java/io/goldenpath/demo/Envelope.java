package io.goldenpath.demo;

import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The shape in which an event goes over the wire. */
@FunctionalInterface
interface Envelope {

  /** What the platform sends unless a variant says otherwise: ids on top, body in payload. */
  Envelope STANDARD =
      (event, now) -> {
        ObjectNode frame =
            Json.object()
                .put("type", event.type())
                .put("run_id", event.ids().run())
                .put("thread_id", event.ids().thread())
                .put("agent_name", event.agent())
                .put("timestamp", Json.iso(now));
        return frame.set("payload", event.body().deepCopy());
      };

  ObjectNode wrap(Event event, Instant now);

  /** This shape with something altered. */
  default Envelope then(Consumer<ObjectNode> change) {
    return (event, now) -> {
      ObjectNode frame = wrap(event, now);
      change.accept(frame);
      return frame;
    };
  }
}

package io.goldenpath.framing.json;

import io.goldenpath.framing.Framing;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.TemplateValues;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Each text frame is one JSON message. Without state, so that all connections share it. */
public final class JsonFraming implements Framing, FramingConnection {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  @Override
  public FramingConnection connection(TemplateValues values) {
    return this;
  }

  @Override
  public String wrap(Outgoing message, long nanos) {
    return message.text();
  }

  @Override
  public List<Incoming> unwrap(String frame, long nanos) {
    try {
      return List.of(new Message(JSON.readTree(frame), frame));
    } catch (JacksonException _) {
      return List.of(new Incoming.Broken("it is not JSON"));
    }
  }
}

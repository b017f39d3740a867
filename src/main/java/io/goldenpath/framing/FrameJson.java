package io.goldenpath.framing;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of a server, nested 64 deep at most. */
public final class FrameJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .build();

  private FrameJson() {}

  /**
   * Whether a text begins like an object or a list: it was meant for one, even where it is none.
   */
  public static boolean isMeant(String text) {
    String begun = text.stripLeading();
    return begun.startsWith("{") || begun.startsWith("[");
  }

  /** Empty where it is no JSON, or nothing. */
  public static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }
}

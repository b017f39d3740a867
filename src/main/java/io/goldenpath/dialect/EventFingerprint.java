package io.goldenpath.dialect;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hash of a frame, without the fields that change when the same event is sent again. */
public final class EventFingerprint {

  private static final Set<String> CHANGING =
      Set.of("timestamp", "server_time", "attempt", "message_id", "server_id", "correlation_id");
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private EventFingerprint() {}

  static String of(JsonNode frame) {
    return of(frame, _ -> {});
  }

  /** The same, without what {@code alsoChanging} takes away from a copy. */
  public static String of(JsonNode frame, Consumer<JsonNode> alsoChanging) {
    JsonNode lasting = frame.deepCopy();
    alsoChanging.accept(lasting);
    CHANGING.forEach(
        name -> lasting.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name)));
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(SORTED.writeValueAsBytes(lasting)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

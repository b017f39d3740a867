package io.goldenpath.framing.json;

import io.goldenpath.framing.FrameJson;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Places in a message whose text is JSON again.
 *
 * @param places In the order in which they are read: one may lie within another.
 */
record NestedJson(List<JsonPointer> places) {

  NestedJson {
    places = List.copyOf(places);
  }

  /** The message with the JSON in place of its text; text that is no JSON stays. */
  JsonNode read(JsonNode body) {
    JsonNode message = body;
    for (JsonPointer place : places) {
      Optional<JsonNode> json =
          Optional.of(message.at(place))
              .filter(JsonNode::isString)
              .flatMap(text -> FrameJson.read(text.stringValue()));
      if (json.isPresent()) {
        message = replaced(message, place, json.get());
      }
    }
    return message;
  }

  private static JsonNode replaced(JsonNode message, JsonPointer place, JsonNode json) {
    if (place.matches()) {
      return json;
    }
    JsonPointer last = place.last();
    switch (message.at(place.head())) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), json);
      case ArrayNode list -> list.set(last.getMatchingIndex(), json);
      default -> throw new IllegalStateException(place + " has no parent");
    }
    return message;
  }
}

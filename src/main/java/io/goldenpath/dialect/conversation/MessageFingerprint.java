package io.goldenpath.dialect.conversation;

import io.goldenpath.dialect.EventFingerprint;
import io.goldenpath.dialect.definition.EventFieldRules;
import io.goldenpath.dialect.definition.MessageValue.Part;
import io.goldenpath.dialect.definition.MessageValue.Place;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.dialect.definition.WildcardPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Hash of a message with what its framing adds, without its times and its number. */
final class MessageFingerprint {

  private static final String NAME = "name";
  private static final String FRAME = "frame";
  private static final String ARGS = "args";

  private final List<Place> changing;

  MessageFingerprint(EventFieldRules fields) {
    this.changing =
        Stream.concat(fields.time().stream(), fields.sequence().stream())
            .filter(Place.class::isInstance)
            .map(Place.class::cast)
            .toList();
  }

  String of(MessageView message) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put(NAME, message.envelope().name());
    List<JsonNode> args = message.envelope().args();
    if (args.isEmpty()) {
      whole.set(FRAME, message.body());
    } else {
      whole.putArray(ARGS).addAll(args);
    }
    return EventFingerprint.of(whole, changing.isEmpty() ? List.of() : changing(whole));
  }

  private List<EventFingerprint.Field> changing(JsonNode whole) {
    JsonNode args = whole.path(ARGS);
    JsonNode frame = whole.has(FRAME) ? whole.path(FRAME) : args.path(0);
    List<EventFingerprint.Field> fields = new ArrayList<>();
    for (Place place : changing) {
      WildcardPointer pointer = place.pointer();
      for (JsonNode object : pointer.objects(place.part() == Part.FRAME ? frame : args)) {
        fields.add(new EventFingerprint.Field(object, pointer.name()));
      }
    }
    return fields;
  }
}

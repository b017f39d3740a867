package io.goldenpath.dialect.conversation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.JsonId;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.EventFieldRules;
import io.goldenpath.dialect.definition.MessageValue;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.model.target.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message with the number and the time of its frame. */
record Received(MessageView view, int number, long nanos, EventFieldRules places, RuleLog rules) {

  private static final int LENGTH = 200;
  private static final String TYPE = "/type";

  boolean matches(@Nullable Condition condition) {
    return condition != null && condition.holds(view.values());
  }

  /** A rule has taken it. */
  void takenBy(String rule) {
    rules.add(rule, number);
  }

  /** One thing that it says, with the users that it names. */
  Reading.Part part(FrameContent content) {
    DecodedFrame decoded =
        new DecodedFrame(content, owners(), unreadableOwner(), new MessageFields(view, places));
    return new Reading.Part(decoded, view.text(), number, nanos);
  }

  /** What it is called, where nothing gives it a name. */
  String type() {
    JsonNode type = view.body().at(TYPE);
    String text = type.isString() ? type.stringValue() : view.envelope().name();
    return cut(text.isBlank() ? "a message without type" : text);
  }

  AgentEvent.Ids ids() {
    return new AgentEvent.Ids(id(places.run()), id(places.thread()));
  }

  private @Nullable String id(List<MessageValue> at) {
    return MessageValue.first(at, view).flatMap(JsonId::of).map(Received::cut).orElse(null);
  }

  @Nullable String agent() {
    return text(places.agent());
  }

  @Nullable String tool() {
    return text(places.tool());
  }

  /** The short text at the first of these places; null where nothing is there. */
  @Nullable String text(List<MessageValue> at) {
    return MessageValue.first(at, view)
        .map(JsonText::of)
        .filter(text -> !text.isBlank())
        .map(Received::cut)
        .orElse(null);
  }

  private Set<String> owners() {
    Set<String> owners = new HashSet<>();
    for (MessageValue place : places.user()) {
      for (JsonNode node : nodes(place)) {
        JsonId.ofUser(node).ifPresent(owners::add);
      }
    }
    return owners;
  }

  private @Nullable String unreadableOwner() {
    for (MessageValue place : places.user()) {
      for (JsonNode node : nodes(place)) {
        Optional<String> problem = JsonId.problem(node);
        if (problem.isPresent()) {
          return place + " is " + problem.get();
        }
      }
    }
    return null;
  }

  /** What stands there: few places have a wildcard. */
  List<JsonNode> nodes(MessageValue place) {
    return place.isSingle()
        ? place.first(view).map(List::of).orElse(List.of())
        : place.all(view).toList();
  }

  private static String cut(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
  }

  /** Shows the number alone: the text is not redacted yet. */
  @Override
  public String toString() {
    return "Received[" + number + "]";
  }
}

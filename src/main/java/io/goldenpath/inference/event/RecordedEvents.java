package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.MessagePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The messages of an answer as events.
 *
 * @param places Where names stand, the first that is there counts; empty where conditions alone
 *     tell them.
 */
public record RecordedEvents(List<MessagePlace> places, List<NamedMessage> messages) {

  public RecordedEvents {
    places = List.copyOf(places);
    messages = List.copyOf(messages);
  }

  /** Conditions by the names that no place tells. */
  public Map<String, String> refined() {
    Map<String, String> conditions = new LinkedHashMap<>();
    messages.stream()
        .filter(NamedMessage::refined)
        .forEach(named -> conditions.putIfAbsent(named.name(), named.condition()));
    return conditions;
  }

  /** How often each came, in the order of their first arrival. */
  public Map<String, Long> counts() {
    return messages.stream()
        .collect(
            Collectors.groupingBy(NamedMessage::name, LinkedHashMap::new, Collectors.counting()));
  }

  public List<NamedMessage> named(String name) {
    return messages.stream().filter(message -> message.name().equals(name)).toList();
  }
}

package io.goldenpath.inference.event;

import io.goldenpath.inference.chat.Cel;
import io.goldenpath.inference.chat.ChatMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of an answer under the name of its event.
 *
 * @param conditions What holds for it and gives it this name.
 * @param refined Whether its name is told by these conditions, rather than by a place.
 */
public record NamedMessage(
    ChatMessage message, String name, List<String> conditions, boolean refined) {

  public NamedMessage {
    conditions = List.copyOf(conditions);
  }

  /** All of its conditions in one. */
  public String condition() {
    return Cel.all(conditions);
  }

  NamedMessage refined(String value, String condition) {
    List<String> more = new ArrayList<>(conditions);
    more.add(condition);
    return new NamedMessage(message, name + ":" + value, more, true);
  }
}

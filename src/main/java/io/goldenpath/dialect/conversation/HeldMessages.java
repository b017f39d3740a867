package io.goldenpath.dialect.conversation;

import java.util.ArrayList;
import java.util.List;

/** Messages whose run is not known yet, within bounds. */
final class HeldMessages {

  private static final int MESSAGES = 1_000;
  private static final int CHARACTERS = 4 * 1024 * 1024;

  private final List<Received> messages = new ArrayList<>();
  private int characters;

  /** False where it would be one too many. */
  boolean add(Received message) {
    int length = message.view().text().length();
    boolean fits = messages.size() < MESSAGES && characters + length <= CHARACTERS;
    if (fits) {
      messages.add(message);
      characters += length;
    }
    return fits;
  }

  boolean none() {
    return messages.isEmpty();
  }

  /** When the first of them came. */
  long since() {
    return messages.getFirst().nanos();
  }

  /** All of them, in order, which are held no longer. */
  List<Received> release() {
    List<Received> all = List.copyOf(messages);
    messages.clear();
    characters = 0;
    return all;
  }
}

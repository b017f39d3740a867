package io.goldenpath.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names by which a dialect reports events.
 *
 * @param events In the order in which they are known.
 * @param terminal Those that carry an answer: no other can end a run.
 * @param aliases Other names that platforms give them.
 * @param others Names of frames that it knows, and that are no events.
 * @param open Whether it reports events of other names too, as the platform names them.
 */
public record EventNames(
    List<String> events,
    List<String> terminal,
    Map<String, String> aliases,
    Set<String> others,
    boolean open) {

  public EventNames {
    events = List.copyOf(events);
    terminal = List.copyOf(terminal);
    aliases = Map.copyOf(aliases);
    others = Set.copyOf(others);
  }

  /** Whether a frame of this name would be seen under it, as an event or as one not known. */
  public boolean isSeen(String name) {
    return !aliases.containsKey(name) && !others.contains(name);
  }
}

package io.goldenpath.contract.stream;

import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Key that the two events of a pair share; a part is null where the event does not say. */
public record PairKey(List<@Nullable String> parts) {

  static final PairKey NONE = new PairKey(List.of());

  static PairKey of(EventPair pair, AgentEvent event, FrameFields fields) {
    return of(pair, event.agent(), event.tool(), fields);
  }

  static PairKey of(EventPair pair, FrameContent.ErrorSource source) {
    return of(pair, source.agent(), source.tool(), FrameFields.NONE);
  }

  private static PairKey of(
      EventPair pair, @Nullable String agent, @Nullable String tool, FrameFields fields) {
    List<@Nullable String> parts = new ArrayList<>(pair.keys().size());
    for (String key : pair.keys()) {
      parts.add(
          switch (key) {
            case "agent" -> agent;
            case "tool" -> tool;
            default -> {
              Object value = fields.at(key);
              yield value == null ? null : value.toString();
            }
          });
    }
    return new PairKey(parts);
  }

  boolean complete() {
    return !parts.contains(null);
  }

  /** A part that one event does not say matches anything. */
  boolean matches(PairKey other) {
    return IntStream.range(0, Math.min(parts.size(), other.parts.size()))
        .noneMatch(i -> {
          String mine = parts.get(i);
          String theirs = other.parts.get(i);
          return mine != null && theirs != null && !mine.equals(theirs);
        });
  }
}

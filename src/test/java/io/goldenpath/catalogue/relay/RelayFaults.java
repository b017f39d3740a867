package io.goldenpath.catalogue.relay;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a relay plays, and where. */
final class RelayFaults {

  private final Map<RelayPlace, ReplyFault> replies = new ConcurrentHashMap<>();
  private final Map<RelayPlace, FrameFault> frames = new ConcurrentHashMap<>();

  void put(RelayPlace place, ReplyFault fault) {
    replies.put(place, fault);
  }

  void put(RelayPlace place, FrameFault fault) {
    frames.put(place, fault);
  }

  void clear() {
    replies.clear();
    frames.clear();
  }

  Optional<ReplyFault> reply(RelayPlace place) {
    return Optional.ofNullable(replies.get(place));
  }

  Optional<FrameFault> frame(RelayPlace place) {
    return Optional.ofNullable(frames.get(place));
  }
}

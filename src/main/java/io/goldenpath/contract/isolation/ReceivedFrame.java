package io.goldenpath.contract.isolation;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.target.CanonicalId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Frame that a user received, at a position of the log; its text is null where that was full. */
record ReceivedFrame(
    int position,
    int number,
    long nanos,
    @Nullable String raw,
    Set<String> owners,
    @Nullable String unreadableOwner,
    AgentEvent.Ids ids,
    @Nullable AgentEvent event) {

  private static final AgentEvent.Ids NO_RUN = new AgentEvent.Ids(null, null);

  static ReceivedFrame of(
      int position, int frame, long nanos, @Nullable String raw, DecodedFrame decoded) {
    AgentEvent event =
        decoded.content() instanceof FrameContent.Event(AgentEvent agentEvent) ? agentEvent : null;
    AgentEvent.Ids ids =
        switch (decoded.content()) {
          case FrameContent.Event(AgentEvent agentEvent) -> agentEvent.ids();
          // an error may name the thread that was refused to somebody
          case FrameContent.Failure failure -> new AgentEvent.Ids(failure.ids().run(), null);
          case FrameContent.End end -> end.ids();
          default -> NO_RUN;
        };
    return new ReceivedFrame(
        position, frame, nanos, raw, decoded.owners(), decoded.unreadableOwner(), ids, event);
  }

  boolean namesOwner(@Nullable String subject) {
    return subject != null && owners.contains(CanonicalId.of(subject));
  }

  Optional<String> label() {
    return event != null
        ? Optional.of(event.name())
        : ids.run() == null && ids.thread() == null ? Optional.empty() : Optional.of("an error");
  }
}

package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.framing.Framing;
import io.goldenpath.framing.Incoming;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.framing.Outgoing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a platform is spoken to, and what its messages mean. */
public interface Dialect {

  Framing framing();

  /** Names of the events that it can report. */
  EventNames eventNames();

  default Outgoing submit(Question question) {
    return submit(question, null);
  }

  /** The message that asks this question; {@code thread} is null for a new one. */
  Outgoing submit(Question question, @Nullable String thread);

  /** What this message says. Whatever a server may send, this never throws. */
  DecodedFrame read(Message message);

  /** The message that answers this one; empty where the server waits for none. */
  Optional<Outgoing> reply(Message message);

  /** What this part of a frame says: a message to the dialect, all else by the framing. */
  default DecodedFrame decode(Incoming incoming) {
    return switch (incoming) {
      case Message message -> read(message);
      case Incoming.Heartbeat _ -> DecodedFrame.of(new FrameContent.Heartbeat());
      case Incoming.Refused(String reason) -> DecodedFrame.of(ErrorFrames.ofFraming(reason));
      case Incoming.Closing(String reason) ->
          DecodedFrame.of(new FrameContent.Notice("closing", reason));
      case Incoming.Broken(String reason) -> DecodedFrame.of(new FrameContent.Unreadable(reason));
    };
  }
}

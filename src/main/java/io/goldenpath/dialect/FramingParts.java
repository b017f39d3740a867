package io.goldenpath.dialect;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.framing.Incoming;
import tools.jackson.databind.JsonNode;

/** What a framing says that is no message, in the words of every dialect. */
final class FramingParts {

  private FramingParts() {}

  static DecodedFrame decode(Incoming part) {
    return DecodedFrame.of(
        switch (part) {
          case Incoming.Message _, Incoming.Earlier _, Incoming.Missed _, Incoming.Misplaced _ ->
              throw new IllegalArgumentException(part + " is not decoded");
          case Incoming.Heartbeat _ -> new FrameContent.Heartbeat();
          case Incoming.Noise(String type) -> new FrameContent.Notice(type);
          case Incoming.Refused(String reason, JsonNode body) -> FramingRefusals.read(reason, body);
          case Incoming.Closing(String reason) -> new FrameContent.Notice("closing", reason);
          case Incoming.Broken(String reason) -> new FrameContent.Unreadable(reason);
        });
  }
}

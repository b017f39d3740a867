package io.goldenpath.contract.event;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Received frame as a dialect understands it.
 *
 * @param owners Every user that it names as its owner; empty where it names none.
 * @param unreadableOwner Where it names one that cannot be read, as a clause; null where nowhere.
 */
public record DecodedFrame(
    FrameContent content,
    Set<String> owners,
    @Nullable String unreadableOwner,
    FrameFields fields) {

  public DecodedFrame {
    owners = Set.copyOf(owners);
  }

  /** Shows the kind alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return "DecodedFrame[" + content.getClass().getSimpleName() + "]";
  }

  public static DecodedFrame of(FrameContent content) {
    return new DecodedFrame(content, Set.of(), null, FrameFields.NONE);
  }
}

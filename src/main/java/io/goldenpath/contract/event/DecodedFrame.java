package io.goldenpath.contract.event;

import java.util.Set;

/**
 * Received frame as a dialect understands it.
 *
 * @param owners Every user that it names as its owner; empty where it names none.
 */
public record DecodedFrame(FrameContent content, Set<String> owners, FrameFields fields) {

  public DecodedFrame {
    owners = Set.copyOf(owners);
  }

  /** Shows the kind alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return "DecodedFrame[" + content.getClass().getSimpleName() + "]";
  }

  public static DecodedFrame of(FrameContent content) {
    return new DecodedFrame(content, Set.of(), FrameFields.NONE);
  }
}

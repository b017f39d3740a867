package io.goldenpath.contract.event;

import java.util.Set;

/**
 * Received frame as a dialect understands it.
 *
 * @param content What it says.
 * @param owners Every user that it names as its owner; empty where it names none.
 * @param fields Its fields as they came.
 */
public record DecodedFrame(FrameContent content, Set<String> owners, FrameFields fields) {

  public DecodedFrame {
    owners = Set.copyOf(owners);
  }

  /** Shows what it was read as alone: the rest is not redacted yet. */
  @Override
  public String toString() {
    return "DecodedFrame[" + content.getClass().getSimpleName() + "]";
  }

  /** A frame that names no owner and has no fields. */
  public static DecodedFrame of(FrameContent content) {
    return new DecodedFrame(content, Set.of(), FrameFields.NONE);
  }
}

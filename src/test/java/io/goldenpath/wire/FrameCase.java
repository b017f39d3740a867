package io.goldenpath.wire;

import java.util.List;

/** What a server sends, and what a client receives of it, in the words of {@code ReceivedText}. */
@SuppressWarnings("ArrayRecordComponent")
record FrameCase(String name, byte[] sent, List<String> received) {

  static FrameCase of(String name, byte[] sent, String... received) {
    return new FrameCase(name, sent, List.of(received));
  }

  @Override
  public String toString() {
    return name;
  }
}

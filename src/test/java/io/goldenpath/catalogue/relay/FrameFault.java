package io.goldenpath.catalogue.relay;

import java.io.IOException;
import java.util.Arrays;

/** What the relay can do below the frame, one constant each. */
public enum FrameFault {
  SILENT("Says nothing any more.", (line, _) -> line.untilGone()),
  ENDED("Ends TCP without a close frame.", (line, _) -> line.end()),
  RESET("Resets the connection.", (line, _) -> line.reset()),
  HALF_FRAME(
      "Sends half a frame, and no more.",
      (line, frame) -> {
        line.write(Arrays.copyOf(frame, Math.max(1, frame.length / 2)));
        line.untilGone();
      }),
  HALF_FRAME_ENDED(
      "Sends half a frame, and ends TCP.",
      (line, frame) -> {
        line.write(Arrays.copyOf(frame, Math.max(1, frame.length / 2)));
        line.end();
      }),
  DRIBBLED("Sends a frame at a byte a second.", (line, frame) -> line.dribble(frame)),
  INVALID_UTF8("Sends a text that is not UTF-8.", sends(0x81, 1, 0xff)),
  RESERVED_BITS("Sets a bit that nobody agreed on.", sends(0xa1, 1, 'a')),
  BAD_OPCODE("Sends a frame of a kind that there is not.", sends(0x83, 1, 'a')),
  MASKED("Masks a frame as only clients do.", sends(0x81, 0x81, 1, 2, 3, 4, 'a')),
  ORPHAN("Continues a message that nobody began.", sends(0x80, 1, 'a')),
  OVERSIZED("Announces a frame of a terabyte.", sends(0x81, 127, 0, 0, 1, 0, 0, 0, 0, 0, 'a')),
  ENDLESS_FRAGMENTS(
      "Sends a message without end.",
      (line, _) -> {
        line.write(fragment(1));
        line.repeat(fragment(0));
      }),
  BAD_CLOSE_CODE("Closes with a code that there is not.", sends(0x88, 2, 0, 7));

  private final String sentence;
  private final Trick trick;

  FrameFault(String sentence, Trick trick) {
    this.sentence = sentence;
    this.trick = trick;
  }

  /** How a fault is played, with the frame in whose place it is. */
  @FunctionalInterface
  interface Trick {
    void play(RelayLine line, byte[] frame) throws IOException;
  }

  /** What it does, for a person. */
  public String sentence() {
    return sentence;
  }

  Trick trick() {
    return trick;
  }

  private static Trick sends(int... bytes) {
    byte[] frame = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      frame[i] = (byte) bytes[i];
    }
    return (line, _) -> {
      line.write(frame);
      line.untilGone();
    };
  }

  private static byte[] fragment(int opcode) {
    byte[] fragment = new byte[4 + 1024];
    Arrays.fill(fragment, (byte) 'x');
    fragment[0] = (byte) opcode;
    fragment[1] = 126;
    fragment[2] = 4;
    fragment[3] = 0;
    return fragment;
  }
}

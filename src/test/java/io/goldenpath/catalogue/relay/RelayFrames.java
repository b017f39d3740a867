package io.goldenpath.catalogue.relay;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads whole frames from a stream, as bytes, masked or not. */
final class RelayFrames {

  /** A small frame of a server: the text {@code {}}. */
  static final byte[] SMALL = {(byte) 0x81, 2, '{', '}'};

  private static final int LONGEST = 16 * 1024 * 1024;

  private final DataInputStream in;

  RelayFrames(InputStream in) {
    this.in = new DataInputStream(in);
  }

  /** What a frame says, where it is not compressed. */
  static String text(byte[] frame) {
    return new String(payload(frame), StandardCharsets.UTF_8);
  }

  /** What a frame carries. */
  static byte[] payload(byte[] frame) {
    boolean masked = (frame[1] & 0x80) != 0;
    int shortLength = frame[1] & 0x7f;
    int start = 2 + (shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0);
    byte[] text = Arrays.copyOfRange(frame, masked ? start + 4 : start, frame.length);
    for (int i = 0; masked && i < text.length; i++) {
      text[i] ^= frame[start + i % 4];
    }
    return text;
  }

  /** A text as servers send it. */
  static byte[] ofServer(String text) {
    return frame(text, 0);
  }

  /** A text as clients send it, with a mask that changes nothing. */
  static byte[] ofClient(String text) {
    return frame(text, 4);
  }

  private static byte[] frame(String text, int mask) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    int masked = mask == 0 ? 0 : 0x80;
    ByteBuffer frame = ByteBuffer.allocate(2 + 8 + mask + payload.length);
    frame.put((byte) 0x81);
    if (payload.length < 126) {
      frame.put((byte) (masked | payload.length));
    } else if (payload.length <= 0xffff) {
      frame.put((byte) (masked | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (masked | 127)).putLong(payload.length);
    }
    frame.put(new byte[mask]).put(payload);
    return Arrays.copyOf(frame.array(), frame.position());
  }

  static boolean isLast(byte[] frame) {
    return frame[0] < 0;
  }

  static boolean isClose(byte[] frame) {
    return (frame[0] & 0x0f) == 8;
  }

  /** The next frame; throws at the end of the stream. */
  byte[] next() throws IOException {
    byte first = in.readByte();
    byte second = in.readByte();
    int shortLength = second & 0x7f;
    int extra = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
    byte[] length = in.readNBytes(extra);
    ByteBuffer words = ByteBuffer.wrap(length);
    long payload =
        extra == 2 ? words.getShort() & 0xffff : extra == 8 ? words.getLong() : shortLength;
    int mask = (second & 0x80) == 0 ? 0 : 4;
    if (payload < 0 || payload > LONGEST) {
      throw new IOException("a frame of " + payload + " bytes");
    }
    ByteBuffer frame = ByteBuffer.allocate(2 + extra + mask + (int) payload);
    frame.put(first).put(second).put(length).put(in.readNBytes(mask + (int) payload));
    return frame.array();
  }
}

package io.goldenpath.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/** Frames as bytes, right and wrong ones. */
public final class FrameBytes {

  public static final int FIN = 0x80;
  public static final int RSV1 = 0x40;
  public static final int RSV2 = 0x20;
  public static final int RSV3 = 0x10;
  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private FrameBytes() {}

  public static byte[] text(String text) {
    return frame(FIN | TEXT, utf8(text));
  }

  public static byte[] close(int code, String reason) {
    byte[] words = utf8(reason);
    ByteBuffer payload = ByteBuffer.allocate(2 + words.length).putShort((short) code).put(words);
    return frame(FIN | CLOSE, payload.array());
  }

  /** A frame with this first byte, its length in the shortest form. */
  public static byte[] frame(int first, byte... payload) {
    int length = payload.length;
    ByteBuffer frame = ByteBuffer.allocate(length + 10).put((byte) first);
    if (length < 126) {
      frame.put((byte) length);
    } else if (length < 1 << 16) {
      frame.put((byte) 126).putShort((short) length);
    } else {
      frame.put((byte) 127).putLong(length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  public static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** A message as RFC 7692 compresses it, in the context of those before it. */
  public static byte[] deflated(Deflater context, byte[] message) {
    context.setInput(message);
    byte[] out = new byte[message.length + 1024];
    int length = context.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    byte[] compressed = new byte[length - 4];
    System.arraycopy(out, 0, compressed, 0, compressed.length);
    return compressed;
  }
}

package io.goldenpath.framing.stomp;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes WebSocket messages apart into frames: several in one message, one over several. */
final class StompDecoder {

  static final int MOST_BYTES = 4 << 20;

  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(0);
  private long whole;
  private int next;

  /** Whether the rest of a frame is still to come. */
  boolean waits() {
    return pending.size() > 0;
  }

  List<Decoded> decode(byte[] piece) {
    if (pending.size() + piece.length > MOST_BYTES) {
      pending.reset();
      return List.of(new Decoded.TooLong());
    }
    if (!waits()) {
      return frames(piece, 0);
    }
    pending.writeBytes(piece);
    return pending.size() >= whole && holdsNul(piece) ? frames(taken(), 0) : List.of();
  }

  /** Waits no longer for the rest of a frame, and reads what came behind its first NUL. */
  List<Decoded> giveUp() {
    List<Decoded> found = new ArrayList<>();
    found.add(new Decoded.Mistake("the end of a frame did not come"));
    found.addAll(frames(taken(), next));
    return found;
  }

  private byte[] taken() {
    byte[] bytes = pending.toByteArray();
    pending.reset();
    return bytes;
  }

  private List<Decoded> frames(byte[] bytes, int from) {
    List<Decoded> found = new ArrayList<>();
    int at = skipLineEnds(bytes, from);
    while (at < bytes.length) {
      FrameReader reader = new FrameReader(bytes, at);
      Decoded decoded = reader.read();
      if (decoded == null) {
        found.addAll(keep(bytes, at, reader));
        return found;
      }
      found.add(decoded);
      at = skipLineEnds(bytes, reader.next());
    }
    return found;
  }

  private List<Decoded> keep(byte[] bytes, int at, FrameReader reader) {
    whole = reader.whole() - at;
    if (whole > MOST_BYTES) {
      return List.of(new Decoded.TooLong());
    }
    next = reader.next() - at;
    pending.write(bytes, at, bytes.length - at);
    return List.of();
  }

  private static boolean holdsNul(byte[] piece) {
    for (byte one : piece) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }

  static int skipLineEnds(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length
        && (bytes[at] == '\n'
            || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n'))) {
      at++;
    }
    return at;
  }
}

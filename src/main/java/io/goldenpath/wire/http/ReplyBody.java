package io.goldenpath.wire.http;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;

/** The bytes of one reply's body, up to a bound. */
public final class ReplyBody {

  private final int bound;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean overflown;

  public ReplyBody(int bound) {
    this.bound = bound;
  }

  /** Reads this many bytes, and keeps those for which there is room. */
  void take(ByteBuf in, int length) {
    int room = Math.min(length, bound - kept.size());
    byte[] some = new byte[room];
    in.readBytes(some);
    kept.writeBytes(some);
    in.skipBytes(length - room);
    overflown |= room < length;
  }

  /** Reads all there is. */
  public void take(ByteBuf in) {
    take(in, in.readableBytes());
  }

  public boolean isFull() {
    return kept.size() == bound;
  }

  /** Whether there was more than the bound. */
  public boolean overflown() {
    return overflown;
  }

  public byte[] bytes() {
    return kept.toByteArray();
  }
}

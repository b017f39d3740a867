package io.goldenpath.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of one message together, inflates them, and keeps to a bound. */
final class Assembly implements AutoCloseable {

  private static final int COMPRESSED = 4;

  private final int bound;
  private final @Nullable Deflate deflate;
  private final Utf8Text text = new Utf8Text();
  private ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private @Nullable Inflation inflation;
  private boolean isText;
  private boolean isCompressed;
  private int bytes;

  Assembly(int bound, @Nullable Deflate deflate) {
    this.bound = bound;
    this.deflate = deflate;
  }

  /** The message that this frame ends, if it ends one. */
  Optional<Received> add(WebSocketFrame frame, long arrivalNanos) {
    begin(frame);
    fill(frame.content());
    return frame.isFinalFragment() ? Optional.of(end(arrivalNanos)) : Optional.empty();
  }

  private void begin(WebSocketFrame frame) {
    boolean first = !(frame instanceof ContinuationWebSocketFrame);
    int allowed = first && deflate != null ? COMPRESSED : 0;
    if ((frame.rsv() & ~allowed) != 0) {
      throw reserved();
    }
    if (first) {
      isText = frame instanceof TextWebSocketFrame;
      isCompressed = frame.rsv() == COMPRESSED;
    }
  }

  private void fill(ByteBuf content) {
    byte[] payload = ByteBufUtil.getBytes(content);
    if (isCompressed) {
      inflation().add(payload, this::take);
    } else {
      take(payload, payload.length);
    }
  }

  private void take(byte[] payload, int length) {
    bytes += length;
    if (bytes > bound) {
      throw new Breach(
          WebSocketCloseStatus.MESSAGE_TOO_BIG,
          "a message longer than the bound of " + bound + " bytes");
    }
    if (isText) {
      text.add(payload, length);
    } else {
      binary.write(payload, 0, length);
    }
  }

  private Received end(long arrivalNanos) {
    if (isCompressed) {
      inflation().finish(this::take);
    }
    int length = bytes;
    bytes = 0;
    if (isText) {
      return new Received.Text(text.take(), length, arrivalNanos);
    }
    ByteBuffer whole = ByteBuffer.wrap(binary.toByteArray()).asReadOnlyBuffer();
    binary = new ByteArrayOutputStream();
    return new Received.Binary(whole, arrivalNanos);
  }

  private Inflation inflation() {
    if (inflation == null) {
      if (deflate == null) {
        throw reserved();
      }
      inflation = new Inflation(deflate);
    }
    return inflation;
  }

  static Breach reserved() {
    return new Breach(
        WebSocketCloseStatus.PROTOCOL_ERROR, "a frame with reserved bits that nobody agreed on");
  }

  @Override
  public void close() {
    if (inflation != null) {
      inflation.close();
    }
  }
}

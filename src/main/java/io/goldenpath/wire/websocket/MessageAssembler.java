package io.goldenpath.wire.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assembles and inflates the fragments of a message, up to a bound. */
final class MessageAssembler implements AutoCloseable {

  private final int maxBytes;
  private final int allowedRsv;
  private final boolean noContextTakeover;
  private final Utf8Decoder text = new Utf8Decoder();
  private ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private @Nullable MessageInflater inflater;
  private boolean isText;
  private boolean isCompressed;
  private int bytes;

  MessageAssembler(int maxBytes, @Nullable PerMessageDeflate deflate) {
    this.maxBytes = maxBytes;
    this.allowedRsv = deflate == null ? 0 : PerMessageDeflate.RSV1;
    this.noContextTakeover = deflate != null && deflate.serverNoContextTakeover();
  }

  Optional<ReceiveResult> add(WebSocketFrame frame, long arrivalNanos) {
    begin(frame);
    addPayload(frame.content());
    return frame.isFinalFragment() ? Optional.of(finish(arrivalNanos)) : Optional.empty();
  }

  private void begin(WebSocketFrame frame) {
    boolean first = !(frame instanceof ContinuationWebSocketFrame);
    if ((frame.rsv() & ~(first ? allowedRsv : 0)) != 0) {
      throw reservedBits();
    }
    if (first) {
      isText = frame instanceof TextWebSocketFrame;
      isCompressed = frame.rsv() == PerMessageDeflate.RSV1;
    }
  }

  private void addPayload(ByteBuf content) {
    byte[] payload = ByteBufUtil.getBytes(content);
    if (isCompressed) {
      inflater().add(payload, this::append);
    } else {
      append(payload, payload.length);
    }
  }

  private void append(byte[] payload, int length) {
    bytes += length;
    if (bytes > maxBytes) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG,
          "a message longer than the bound of " + maxBytes + " bytes",
          null);
    }
    if (isText) {
      text.add(payload, length);
    } else {
      binary.write(payload, 0, length);
    }
  }

  private ReceiveResult finish(long arrivalNanos) {
    if (isCompressed) {
      inflater().finish(this::append);
    }
    int length = bytes;
    bytes = 0;
    if (isText) {
      return new ReceiveResult.Text(text.finish(), length, arrivalNanos);
    }
    ByteBuffer whole = ByteBuffer.wrap(binary.toByteArray()).asReadOnlyBuffer();
    binary = new ByteArrayOutputStream();
    return new ReceiveResult.Binary(whole, arrivalNanos);
  }

  private MessageInflater inflater() {
    if (inflater == null) {
      inflater = new MessageInflater(noContextTakeover);
    }
    return inflater;
  }

  static CorruptedWebSocketFrameException reservedBits() {
    return new CorruptedWebSocketFrameException(
        WebSocketCloseStatus.PROTOCOL_ERROR,
        "reserved bits set without a negotiated extension",
        null);
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.close();
    }
  }
}

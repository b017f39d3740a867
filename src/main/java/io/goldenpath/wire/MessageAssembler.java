package io.goldenpath.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assembles and inflates the fragments of a message, up to a bound. */
final class MessageAssembler implements AutoCloseable {

  private final int maxBytes;
  private final PerMessageDeflate.@Nullable MessageInflater inflater;
  private final Utf8Decoder text = new Utf8Decoder();
  private ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private boolean isText;
  private boolean isCompressed;
  private int bytes;

  MessageAssembler(int maxBytes, @Nullable PerMessageDeflate deflate) {
    this.maxBytes = maxBytes;
    this.inflater = deflate == null ? null : deflate.inflater();
  }

  Optional<ReceiveResult> add(WebSocketFrame frame, long arrivalNanos) {
    begin(frame);
    addPayload(frame.content());
    return frame.isFinalFragment() ? Optional.of(finish(arrivalNanos)) : Optional.empty();
  }

  private void begin(WebSocketFrame frame) {
    boolean first = !(frame instanceof ContinuationWebSocketFrame);
    int allowedRsv = first && inflater != null ? PerMessageDeflate.RSV1 : 0;
    if ((frame.rsv() & ~allowedRsv) != 0) {
      throw reservedBits();
    }
    if (first) {
      isText = frame instanceof TextWebSocketFrame;
      isCompressed = frame.rsv() == PerMessageDeflate.RSV1;
    }
  }

  private void addPayload(ByteBuf content) {
    byte[] payload = ByteBufUtil.getBytes(content);
    if (inflater != null && isCompressed) {
      inflater.add(payload, this::append);
    } else {
      append(payload, payload.length);
    }
  }

  private void append(byte[] payload, int length) {
    bytes += length;
    if (bytes > maxBytes) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.MESSAGE_TOO_BIG,
          "a message longer than the bound of " + maxBytes + " bytes");
    }
    if (isText) {
      text.add(payload, length);
    } else {
      binary.write(payload, 0, length);
    }
  }

  private ReceiveResult finish(long arrivalNanos) {
    if (inflater != null && isCompressed) {
      inflater.finish(this::append);
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

  static CorruptedWebSocketFrameException reservedBits() {
    return new CorruptedWebSocketFrameException(
        WebSocketCloseStatus.PROTOCOL_ERROR, "reserved bits set without a negotiated extension");
  }

  @Override
  public void close() {
    if (inflater != null) {
      inflater.close();
    }
  }

  /** Decodes a text as it comes, so that a wrong byte is noticed in the fragment that has it. */
  static final class Utf8Decoder {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer undecoded = NOTHING;

    void add(byte[] bytes, int length) {
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
      if (undecoded.hasRemaining()) {
        in = ByteBuffer.allocate(undecoded.remaining() + length).put(undecoded).put(in).flip();
      }
      decode(in, false);
      undecoded = in.hasRemaining() ? ByteBuffer.allocate(in.remaining()).put(in).flip() : NOTHING;
    }

    String finish() {
      decode(undecoded, true);
      undecoded = NOTHING;
      String taken = text.toString();
      text.setLength(0);
      decoder.reset();
      return taken;
    }

    private void decode(ByteBuffer in, boolean last) {
      CharBuffer out = CharBuffer.allocate(in.remaining());
      if (decoder.decode(in, out, last).isError()) {
        throw new CorruptedWebSocketFrameException(
            WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a text message that is not UTF-8");
      }
      text.append(out.flip());
    }
  }
}

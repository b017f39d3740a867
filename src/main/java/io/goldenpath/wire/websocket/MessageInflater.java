package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.function.ObjIntConsumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates what the server compressed, a piece at a time. Holds native memory until closed. */
final class MessageInflater implements AutoCloseable {

  private static final byte[] SYNC_MARKER = {0, 0, (byte) 0xff, (byte) 0xff};
  private static final int BUFFER_BYTES = 8 * 1024;

  /** One for each event loop: one for each connection would be a thousand. */
  private static final FastThreadLocal<byte[]> BUFFER =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[BUFFER_BYTES];
        }
      };

  private final boolean noContextTakeover;
  private final Inflater inflater = new Inflater(true);

  MessageInflater(boolean noContextTakeover) {
    this.noContextTakeover = noContextTakeover;
  }

  void add(byte[] input, ObjIntConsumer<byte[]> sink) {
    byte[] buffer = BUFFER.get();
    inflater.setInput(input);
    int length;
    do {
      length = inflate(buffer);
      if (length > 0) {
        sink.accept(buffer, length);
      }
      if (inflater.finished()) {
        // a final block ends a stream, not the message
        int rest = inflater.getRemaining();
        inflater.reset();
        inflater.setInput(input, input.length - rest, rest);
      } else if (length == 0 && !inflater.needsInput()) {
        throw corrupt();
      }
    } while (length > 0 || !inflater.needsInput());
  }

  void finish(ObjIntConsumer<byte[]> sink) {
    add(SYNC_MARKER, sink);
    if (noContextTakeover) {
      inflater.reset();
    }
  }

  private int inflate(byte[] buffer) {
    try {
      return inflater.inflate(buffer);
    } catch (DataFormatException _) {
      throw corrupt();
    }
  }

  private static CorruptedWebSocketFrameException corrupt() {
    return new CorruptedWebSocketFrameException(
        WebSocketCloseStatus.INVALID_PAYLOAD_DATA,
        "a compressed message that cannot be inflated",
        null);
  }

  @Override
  public void close() {
    inflater.close();
  }
}

package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates what the server compressed, a piece at a time. Holds native memory until closed. */
final class MessageInflater implements AutoCloseable {

  private static final byte[] SYNC_MARKER = {0, 0, (byte) 0xff, (byte) 0xff};
  private static final int BUFFER_BYTES = 8 * 1024;

  /** One for each event loop, for a thousand connections would hold as many. */
  private static final FastThreadLocal<byte[]> BUFFER =
      new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
          return new byte[BUFFER_BYTES];
        }
      };

  private final boolean noContextTakeover;
  private final Inflater inflater = new Inflater(true);

  /** Takes what has been inflated, and throws when it is too much. */
  @FunctionalInterface
  interface Sink {
    void accept(byte[] bytes, int length);
  }

  MessageInflater(PerMessageDeflate agreed) {
    this.noContextTakeover = agreed.serverNoContextTakeover();
  }

  void add(byte[] compressed, Sink sink) {
    inflate(compressed, sink);
  }

  void finish(Sink sink) {
    inflate(SYNC_MARKER, sink);
    if (noContextTakeover) {
      inflater.reset();
    }
  }

  private void inflate(byte[] input, Sink sink) {
    byte[] buffer = BUFFER.get();
    try {
      inflater.setInput(input);
      while (!inflater.needsInput()) {
        int length = inflater.inflate(buffer);
        sink.accept(buffer, length);
        if (length == 0 && !inflater.finished() && !inflater.needsInput()) {
          throw corrupt();
        }
        if (inflater.finished()) {
          // a final block ends a stream, not the message
          int rest = inflater.getRemaining();
          inflater.reset();
          inflater.setInput(input, input.length - rest, rest);
        }
      }
      drain(buffer, sink);
    } catch (DataFormatException _) {
      throw corrupt();
    }
  }

  /** The last input may yield more than one buffer takes. */
  private void drain(byte[] buffer, Sink sink) throws DataFormatException {
    for (int length = inflater.inflate(buffer); length > 0; length = inflater.inflate(buffer)) {
      sink.accept(buffer, length);
    }
  }

  private static ProtocolViolationException corrupt() {
    return new ProtocolViolationException(
        WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a compressed message that cannot be inflated");
  }

  @Override
  public void close() {
    inflater.close();
  }
}

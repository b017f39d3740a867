package io.goldenpath.wire;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Compression negotiated by RFC 7692; the window is that of our own messages. */
record PerMessageDeflate(boolean serverNoContextTakeover, int clientWindowBits) {

  /** The same offer as that of browsers. */
  static final String OFFER = "permessage-deflate; client_max_window_bits";

  /** Value of {@code WebSocketFrame.rsv()} that marks a compressed message. */
  static final int RSV1 = 4;

  private static final String EXTENSION = "permessage-deflate";
  private static final Pattern PARAMETER =
      Pattern.compile("[ \\t]*([\\w-]+)(?:[ \\t]*=[ \\t]*(\"?)([\\w-]+)\\2)?[ \\t]*");
  private static final String MAX_WINDOW_BITS = "15";
  private static final byte[] SYNC_MARKER = {0, 0, (byte) 0xff, (byte) 0xff};

  /** An {@link IllegalArgumentException} says why the header is no choice from our offer. */
  static PerMessageDeflate negotiated(String header) {
    String[] parts = header.split(";", -1);
    if (!parts[0].strip().equals(EXTENSION)) {
      throw new IllegalArgumentException(
          "selected extension '" + header + "', which was not offered");
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 1; i < parts.length; i++) {
      Matcher part = PARAMETER.matcher(parts[i]);
      boolean good = part.matches() && isKnown(part.group(1), part.group(3));
      if (!good || parameters.put(part.group(1), String.valueOf(part.group(3))) != null) {
        throw new IllegalArgumentException(
            "agreed to compression with an unknown parameter: '" + header + "'");
      }
    }
    return new PerMessageDeflate(
        parameters.containsKey("server_no_context_takeover"),
        Integer.parseInt(parameters.getOrDefault("client_max_window_bits", MAX_WINDOW_BITS)));
  }

  MessageInflater inflater() {
    return new MessageInflater();
  }

  private static boolean isKnown(String name, @Nullable String value) {
    return switch (name) {
      case "server_no_context_takeover", "client_no_context_takeover" -> value == null;
      case "server_max_window_bits", "client_max_window_bits" ->
          value != null && value.matches("[89]|1[0-5]");
      default -> false;
    };
  }

  /** Empty for a message longer than the agreed window: Java deflates with the largest one. */
  Optional<byte[]> compress(byte[] message) {
    if (message.length == 0 || message.length > 1 << clientWindowBits) {
      return Optional.empty();
    }
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(message);
      byte[] out = new byte[message.length + message.length / 8 + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      return Optional.of(Arrays.copyOf(out, length - SYNC_MARKER.length));
    }
  }

  /** Inflates what the server compressed, a piece at a time. Holds native memory until closed. */
  final class MessageInflater implements AutoCloseable {

    private static final int BUFFER_BYTES = 8 * 1024;

    private final Inflater inflater = new Inflater(true);

    void add(byte[] input, ObjIntConsumer<byte[]> sink) {
      byte[] buffer = new byte[BUFFER_BYTES];
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
      if (serverNoContextTakeover) {
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
          "a compressed message that cannot be inflated");
    }

    @Override
    public void close() {
      inflater.close();
    }
  }
}

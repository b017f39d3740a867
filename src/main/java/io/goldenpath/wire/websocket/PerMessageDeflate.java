package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** Compression negotiated by RFC 7692; the window is that of our own messages. */
record PerMessageDeflate(boolean serverNoContextTakeover, int clientWindowBits) {

  /** The same offer as that of browsers. */
  static final String OFFER = "permessage-deflate; client_max_window_bits";

  /** Value of {@code WebSocketFrame.rsv()} that marks a compressed message. */
  static final int RSV1 = 4;

  private static final String EXTENSION = "permessage-deflate";
  private static final String MAX_WINDOW_BITS = "15";
  private static final int SYNC_MARKER_BYTES = 4;

  /** An {@link IllegalArgumentException} says why the header is no choice from our offer. */
  static PerMessageDeflate negotiated(String header) {
    List<WebSocketExtensionData> chosen = WebSocketExtensionUtil.extractExtensions(header);
    if (chosen.size() != 1 || !chosen.getFirst().name().equals(EXTENSION)) {
      throw new IllegalArgumentException(
          "selected extension '" + header + "', which was not offered");
    }
    Map<String, String> parameters = chosen.getFirst().parameters();
    if (!parameters.entrySet().stream().allMatch(PerMessageDeflate::isKnown)) {
      throw new IllegalArgumentException(
          "agreed to compression with an unknown parameter: '" + header + "'");
    }
    return new PerMessageDeflate(
        parameters.containsKey("server_no_context_takeover"),
        Integer.parseInt(parameters.getOrDefault("client_max_window_bits", MAX_WINDOW_BITS)));
  }

  private static boolean isKnown(Map.Entry<String, @Nullable String> parameter) {
    String value = parameter.getValue();
    return switch (parameter.getKey()) {
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
      return Optional.of(Arrays.copyOf(out, length - SYNC_MARKER_BYTES));
    }
  }
}

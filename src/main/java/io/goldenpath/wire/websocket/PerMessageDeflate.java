package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionData;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketExtensionUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The compression of messages by RFC 7692, as both sides agreed on it.
 *
 * @param serverNoContextTakeover Whether the server starts each message anew.
 * @param clientWindowBits Bits of the window that our own messages may look back on.
 */
public record PerMessageDeflate(boolean serverNoContextTakeover, int clientWindowBits) {

  /** What browsers offer as well. */
  static final String OFFER = "permessage-deflate; client_max_window_bits";

  private static final String EXTENSION = "permessage-deflate";
  private static final int MAX_WINDOW_BITS = 15;
  private static final int SYNC_MARKER_BYTES = 4;

  /** What the server made of our offer, or an exception that says what is wrong with it. */
  static PerMessageDeflate negotiated(String header) {
    List<WebSocketExtensionData> chosen = WebSocketExtensionUtil.extractExtensions(header);
    if (chosen.size() != 1 || !chosen.getFirst().name().equals(EXTENSION)) {
      throw new IllegalArgumentException("chose the extension '" + header + "', unoffered");
    }
    Map<String, String> parameters = chosen.getFirst().parameters();
    int window = MAX_WINDOW_BITS;
    for (var parameter : parameters.entrySet()) {
      boolean known =
          switch (parameter.getKey()) {
            case "server_no_context_takeover", "client_no_context_takeover" ->
                parameter.getValue() == null;
            case "server_max_window_bits" -> bits(parameter.getValue()).isPresent();
            case "client_max_window_bits" -> {
              Optional<Integer> bits = bits(parameter.getValue());
              window = bits.orElse(MAX_WINDOW_BITS);
              yield bits.isPresent();
            }
            default -> false;
          };
      if (!known) {
        throw new IllegalArgumentException(
            "agreed to compression with a parameter that nobody knows: '" + header + "'");
      }
    }
    return new PerMessageDeflate(parameters.containsKey("server_no_context_takeover"), window);
  }

  /**
   * A message in compressed form; empty where it is longer than the window, for a message that
   * stands alone within its window needs no smaller one.
   */
  Optional<byte[]> compress(byte[] message) {
    if (message.length == 0 || message.length > 1 << clientWindowBits) {
      return Optional.empty();
    }
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(message);
      byte[] out = new byte[message.length + message.length / 8 + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      byte[] compressed = new byte[length - SYNC_MARKER_BYTES];
      System.arraycopy(out, 0, compressed, 0, compressed.length);
      return Optional.of(compressed);
    }
  }

  private static Optional<Integer> bits(@Nullable String value) {
    return Optional.ofNullable(value)
        .filter(text -> text.matches("[89]|1[0-5]"))
        .map(Integer::valueOf);
  }
}

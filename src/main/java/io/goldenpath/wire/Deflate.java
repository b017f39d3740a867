package io.goldenpath.wire;

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
 * @param serverForgets Whether the server starts each message anew.
 * @param window Bits of the window that our own messages may look back on.
 */
record Deflate(boolean serverForgets, int window) {

  /** What browsers offer as well. */
  static final String OFFER = "permessage-deflate; client_max_window_bits";

  private static final String NAME = "permessage-deflate";
  private static final int LARGEST_WINDOW = 15;
  private static final int SYNC_MARKER = 4;

  /** What the server made of our offer, or an exception that says what is wrong with it. */
  static Deflate agreed(String header) {
    List<WebSocketExtensionData> chosen = WebSocketExtensionUtil.extractExtensions(header);
    if (chosen.size() != 1 || !chosen.getFirst().name().equals(NAME)) {
      throw new IllegalArgumentException("chose the extension '" + header + "', unoffered");
    }
    Map<String, String> parameters = chosen.getFirst().parameters();
    int window = LARGEST_WINDOW;
    for (var parameter : parameters.entrySet()) {
      boolean known =
          switch (parameter.getKey()) {
            case "server_no_context_takeover", "client_no_context_takeover" ->
                parameter.getValue() == null;
            case "server_max_window_bits" -> bits(parameter.getValue()).isPresent();
            case "client_max_window_bits" -> {
              Optional<Integer> bits = bits(parameter.getValue());
              window = bits.orElse(LARGEST_WINDOW);
              yield bits.isPresent();
            }
            default -> false;
          };
      if (!known) {
        throw new IllegalArgumentException(
            "agreed to compression with a parameter that nobody knows: '" + header + "'");
      }
    }
    return new Deflate(parameters.containsKey("server_no_context_takeover"), window);
  }

  /**
   * A message in compressed form; empty where it is longer than the window, for a message that
   * stands alone within its window needs no smaller one.
   */
  Optional<byte[]> compressed(byte[] message) {
    if (message.length == 0 || message.length > 1 << window) {
      return Optional.empty();
    }
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(message);
      byte[] out = new byte[message.length + message.length / 8 + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      byte[] compressed = new byte[length - SYNC_MARKER];
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

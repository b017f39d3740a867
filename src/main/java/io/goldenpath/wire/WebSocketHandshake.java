package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opening handshake of RFC 6455; a wrong accept key reveals a proxy that answers in between. */
record WebSocketHandshake(ServerAddress address, List<String> subprotocols, String key) {

  private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What is longer carries a token. */
  private static final int MAX_SHOWN = 32;

  void addHeaders(HttpHeaders headers) {
    headers.remove("Content-Length");
    headers.set("Upgrade", HttpHeaderValues.WEBSOCKET);
    headers.set("Connection", "Upgrade");
    headers.set("Sec-WebSocket-Key", key);
    headers.set("Sec-WebSocket-Version", "13");
    headers.set("Sec-WebSocket-Extensions", PerMessageDeflate.OFFER);
    if (!subprotocols.isEmpty()) {
      headers.set("Sec-WebSocket-Protocol", String.join(", ", subprotocols));
    }
  }

  /** Null where the 101 agrees to no compression. */
  @Nullable PerMessageDeflate negotiate(HttpResponse response) throws WireException {
    HttpHeaders headers = response.headers();
    require(
        response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code(),
        "answered the upgrade with HTTP "
            + response.status().code()
            + ", and browsers wait for nothing after it");
    requireUpgrade(headers);
    requireAccept(headers.getAll("Sec-WebSocket-Accept"));
    PerMessageDeflate deflate = extension(headers.getAll("Sec-WebSocket-Extensions"));
    requireSubprotocol(headers.getAll("Sec-WebSocket-Protocol"));
    return deflate;
  }

  private void requireUpgrade(HttpHeaders headers) throws WireException {
    List<String> upgrades = headers.getAll("Upgrade");
    require(
        upgrades.size() == 1 && upgrades.getFirst().strip().equalsIgnoreCase("websocket"),
        "answered 101 without 'Upgrade: websocket'"
            + (upgrades.isEmpty() ? "" : ", with '" + String.join(", ", upgrades) + "' instead"));
    require(
        headers.containsValue("Connection", HttpHeaderValues.UPGRADE, true),
        "answered 101 without 'Connection: Upgrade'");
  }

  private void requireAccept(List<String> accepts) throws WireException {
    require(
        accepts.size() == 1 && accepts.getFirst().strip().equals(acceptKey(key)),
        "answered 101 with "
            + (accepts.isEmpty() ? "no" : "a wrong")
            + " Sec-WebSocket-Accept: a proxy may be answering in its place");
  }

  private void requireSubprotocol(List<String> chosen) throws WireException {
    boolean none = chosen.isEmpty();
    boolean fits =
        none ? subprotocols.isEmpty() : chosen.size() == 1 && isOffered(chosen.getFirst());
    if (!fits) {
      throw new WireException(
          FindingKind.SUBPROTOCOL_MISMATCH,
          "%s chose %s; every browser ends such a connection. Offered were: %s"
              .formatted(
                  address,
                  none ? "no subprotocol" : "the subprotocol '" + String.join(", ", chosen) + "'",
                  subprotocols.stream()
                      .map(one -> one.length() > MAX_SHOWN ? one.substring(0, 4) + "…" : one)
                      .collect(Collectors.joining(", "))));
    }
  }

  private boolean isOffered(String subprotocol) {
    return subprotocols.contains(subprotocol.strip());
  }

  private @Nullable PerMessageDeflate extension(List<String> chosen) throws WireException {
    try {
      return chosen.isEmpty() ? null : PerMessageDeflate.negotiated(String.join(", ", chosen));
    } catch (IllegalArgumentException wrong) {
      throw new WireException(FindingKind.PROTOCOL_ERROR, address + " " + wrong.getMessage());
    }
  }

  private void require(boolean kept, String mistake) throws WireException {
    if (!kept) {
      throw new WireException(FindingKind.PROTOCOL_ERROR, address + " " + mistake);
    }
  }

  static String newKey() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  public static String acceptKey(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + ACCEPT_GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

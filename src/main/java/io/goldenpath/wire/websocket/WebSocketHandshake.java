package io.goldenpath.wire.websocket;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.WireFailure;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The opening handshake of RFC 6455, judged by ourselves: a client that takes a wrong key hides a
 * proxy that answers for the platform.
 */
public final class WebSocketHandshake {

  private static final String ACCEPT_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerAddress address;
  private final List<String> subprotocols;
  private final String key = key();

  WebSocketHandshake(ServerAddress address, List<String> subprotocols) {
    this.address = address;
    this.subprotocols = subprotocols;
  }

  /** Every end that the judging of a 101 can have. */
  sealed interface Result {

    /** By the rules, with this compression if any. */
    record Accepted(@Nullable PerMessageDeflate deflate) implements Result {}

    /** Against the rules. */
    record Rejected(WireFailure failure) implements Result {}
  }

  public void addHeaders(HttpHeaders headers) {
    headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_KEY, key);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, PerMessageDeflate.OFFER);
    if (!subprotocols.isEmpty()) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, String.join(", ", subprotocols));
    }
  }

  Result validate(HttpResponse response) {
    HttpHeaders headers = response.headers();
    if (response.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0) {
      return rejected("answered 101 in " + response.protocolVersion() + ", which knows no upgrade");
    }
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return rejected("answered 101 without 'Upgrade: websocket' and 'Connection: Upgrade'");
    }
    List<String> accepts = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT);
    if (accepts.size() != 1 || !accepts.getFirst().strip().equals(acceptKey(key))) {
      return rejected(
          "answered 101 with "
              + (accepts.isEmpty() ? "no" : "a wrong")
              + " Sec-WebSocket-Accept: something on the way answers in its place");
    }
    List<String> chosen = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    if (chosen.size() > 1 || chosen.stream().anyMatch(one -> !subprotocols.contains(one.strip()))) {
      return new Result.Rejected(
          new WireFailure(
              FindingKind.SUBPROTOCOL_MISMATCH,
              address
                  + " chose the subprotocol '"
                  + String.join(", ", chosen)
                  + "', which was not offered"));
    }
    return negotiateExtension(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
  }

  private Result negotiateExtension(List<String> chosen) {
    if (chosen.isEmpty()) {
      return new Result.Accepted(null);
    }
    try {
      return new Result.Accepted(PerMessageDeflate.negotiated(String.join(", ", chosen)));
    } catch (IllegalArgumentException wrong) {
      return rejected(String.valueOf(wrong.getMessage()));
    }
  }

  private Result rejected(String what) {
    return new Result.Rejected(new WireFailure(FindingKind.PROTOCOL_ERROR, address + " " + what));
  }

  private static String key() {
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

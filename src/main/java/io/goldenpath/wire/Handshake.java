package io.goldenpath.wire;

import io.goldenpath.probe.FindingKind;
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
final class Handshake {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Address address;
  private final List<String> subprotocols;
  private final String key = key();

  Handshake(Address address, List<String> subprotocols) {
    this.address = address;
    this.subprotocols = subprotocols;
  }

  /** Every end that the judging of a 101 can have. */
  sealed interface Verdict {

    /** By the rules, with this compression if any. */
    record Agreed(@Nullable Deflate deflate) implements Verdict {}

    /** Against the rules. */
    record Broken(WireFailure failure) implements Verdict {}
  }

  void ask(HttpHeaders headers) {
    headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_KEY, key);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, Deflate.OFFER);
    if (!subprotocols.isEmpty()) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, String.join(", ", subprotocols));
    }
  }

  Verdict judge(HttpResponse response) {
    HttpHeaders headers = response.headers();
    if (response.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0) {
      return broken("answered 101 in " + response.protocolVersion() + ", which knows no upgrade");
    }
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return broken("answered 101 without 'Upgrade: websocket' and 'Connection: Upgrade'");
    }
    List<String> accepts = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT);
    if (accepts.size() != 1 || !accepts.getFirst().strip().equals(accept(key))) {
      return broken(
          "answered 101 with "
              + (accepts.isEmpty() ? "no" : "a wrong")
              + " Sec-WebSocket-Accept: something on the way answers in its place");
    }
    List<String> chosen = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    if (chosen.size() > 1 || chosen.stream().anyMatch(one -> !subprotocols.contains(one.strip()))) {
      return new Verdict.Broken(
          new WireFailure(
              FindingKind.SUBPROTOCOL_MISMATCH,
              address
                  + " chose the subprotocol '"
                  + String.join(", ", chosen)
                  + "', which was not offered"));
    }
    return extension(headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS));
  }

  private Verdict extension(List<String> chosen) {
    if (chosen.isEmpty()) {
      return new Verdict.Agreed(null);
    }
    try {
      return new Verdict.Agreed(Deflate.agreed(String.join(", ", chosen)));
    } catch (IllegalArgumentException wrong) {
      return broken(String.valueOf(wrong.getMessage()));
    }
  }

  private Verdict broken(String what) {
    return new Verdict.Broken(new WireFailure(FindingKind.PROTOCOL_ERROR, address + " " + what));
  }

  private static String key() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package io.goldenpath.wire.websocket;

import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/** The peer broke the rules of WebSocket; carries what the peer is told, and what we say of it. */
final class ProtocolViolationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  ProtocolViolationException(WebSocketCloseStatus status, String message) {
    super(message, null, false, false);
    this.code = status.code();
  }

  WebSocketCloseStatus status() {
    return WebSocketCloseStatus.valueOf(code);
  }
}

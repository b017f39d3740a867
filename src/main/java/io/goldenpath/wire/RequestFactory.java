package io.goldenpath.wire;

import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.http.HttpCall;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocketHandshake;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Calls as HTTP writes them, each of which says who we are. */
final class RequestFactory {

  private final String userAgent;

  RequestFactory(String userAgent) {
    this.userAgent = userAgent;
  }

  FullHttpRequest of(HttpCall call, ServerAddress address) {
    ByteBuf body =
        Unpooled.copiedBuffer(Objects.requireNonNullElse(call.body(), ""), StandardCharsets.UTF_8);
    FullHttpRequest request = request(HttpMethod.valueOf(call.method()), call.url(), address, body);
    call.headers().forEach((name, value) -> request.headers().set(name, value.reveal()));
    request.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    request.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    return request;
  }

  FullHttpRequest of(UpgradeCall call, ServerAddress address, WebSocketHandshake handshake) {
    FullHttpRequest request = request(HttpMethod.GET, call.url(), address, Unpooled.EMPTY_BUFFER);
    call.headers().forEach((name, value) -> request.headers().set(name, value.reveal()));
    handshake.addHeaders(request.headers());
    return request;
  }

  private FullHttpRequest request(HttpMethod method, URI url, ServerAddress address, ByteBuf body) {
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path(url), body);
    request.headers().set(HttpHeaderNames.HOST, address.hostHeader());
    request.headers().set(HttpHeaderNames.USER_AGENT, userAgent);
    return request;
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}

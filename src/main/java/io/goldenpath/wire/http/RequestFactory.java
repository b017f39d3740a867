package io.goldenpath.wire.http;

import io.goldenpath.wire.connection.ServerAddress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Makes Netty requests of our calls. */
public record RequestFactory(String userAgent) {

  public FullHttpRequest of(HttpCall call, ServerAddress address) {
    ByteBuf body =
        Unpooled.copiedBuffer(Objects.requireNonNullElse(call.body(), ""), StandardCharsets.UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.valueOf(call.method()), path(call.url()), body);
    HttpHeaders headers = request.headers();
    headers.set(HttpHeaderNames.HOST, address.hostHeader());
    headers.set(HttpHeaderNames.USER_AGENT, userAgent);
    call.headers().forEach((name, value) -> headers.set(name, value.reveal()));
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
    return request;
  }

  private static String path(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}

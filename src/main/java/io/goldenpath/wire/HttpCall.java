package io.goldenpath.wire;

import io.goldenpath.model.target.ProxyServer;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.UrlHost;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One HTTP request; the headers come on top of those that every request has. */
public record HttpCall(
    String method, URI url, Map<String, Secret> headers, @Nullable String body, Route route) {

  public HttpCall {
    headers = Map.copyOf(headers);
  }

  FullHttpRequest request(ServerAddress address, String userAgent) {
    ByteBuf content =
        Unpooled.copiedBuffer(Objects.requireNonNullElse(body, ""), StandardCharsets.UTF_8);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.valueOf(method), path(), content);
    HttpHeaders all = request.headers();
    all.set("Host", address.hostHeader());
    all.set("User-Agent", userAgent);
    headers.forEach((name, value) -> all.set(name, value.reveal()));
    all.set("Connection", HttpHeaderValues.CLOSE);
    all.set("Content-Length", content.readableBytes());
    return request;
  }

  /** For a proxy that makes the request in our place. */
  FullHttpRequest request(ServerAddress address, String userAgent, ProxyServer forwarder) {
    FullHttpRequest request = request(address, userAgent);
    request.setUri("http://" + address.hostHeader() + path());
    forwarder
        .authorization()
        .ifPresent(value -> request.headers().set("Proxy-Authorization", value.reveal()));
    return request;
  }

  private String path() {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  /** Shows neither address nor body: both may hold credentials. */
  @Override
  public String toString() {
    return "HttpCall[" + method + " " + UrlHost.of(url).orElse("") + "]";
  }
}

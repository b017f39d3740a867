package io.goldenpath.wire;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Stopwatch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks for a WebSocket, and judges the reply by the rules of RFC 6455 itself. */
final class Upgrade extends SimpleChannelInboundHandler<HttpObject> {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final UpgradeCall call;
  private final Address address;
  private final int bound;
  private final Stopwatch stopwatch;
  private final String key = key();
  private final CompletableFuture<UpgradeReply> result = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Frames frames;
  private final ArrivalStamp stamp;
  private volatile long asked;
  private @Nullable HttpResponse refusal;

  Upgrade(
      UpgradeCall call,
      Address address,
      int bound,
      ArrivalStamp stamp,
      Frames frames,
      Stopwatch stopwatch) {
    this.call = call;
    this.address = address;
    this.bound = bound;
    this.stamp = stamp;
    this.frames = frames;
    this.stopwatch = stopwatch;
  }

  CompletableFuture<UpgradeReply> result() {
    return result;
  }

  FullHttpRequest request(String userAgent) {
    asked = stopwatch.nanos();
    FullHttpRequest request =
        new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path(call.url()));
    HttpHeaders headers = request.headers();
    headers.set(HttpHeaderNames.HOST, address.authority());
    headers.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
    headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_KEY, key);
    headers.set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13");
    headers.set(HttpHeaderNames.USER_AGENT, userAgent);
    if (!call.subprotocols().isEmpty()) {
      headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, String.join(", ", call.subprotocols()));
    }
    call.headers().forEach((name, value) -> headers.set(name, value.reveal()));
    return request;
  }

  static String path(URI url) {
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    if (part.decoderResult().isFailure()) {
      fail(context, FindingKind.PROTOCOL_ERROR, address + " answered the upgrade with broken HTTP");
      return;
    }
    if (part instanceof HttpResponse response) {
      if (response.status().code() == 101) {
        switched(context, response);
        return;
      }
      refusal = response;
    }
    if (part instanceof HttpContent content && refusal != null) {
      int room = Math.min(bound - body.size(), content.content().readableBytes());
      content.content().readBytes(body, room);
      if (body.size() == bound || part instanceof LastHttpContent) {
        refused(context, refusal);
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lost(context, "closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (Failures.reset(cause)) {
      lost(context, "reset");
    } else {
      fail(context, FindingKind.PROTOCOL_ERROR, address + " broke the protocol: " + cause);
    }
  }

  private void switched(ChannelHandlerContext context, HttpResponse response) {
    long now = stopwatch.nanos();
    WireFailure broken = broken(response.headers());
    if (broken != null) {
      fail(context, broken.kind(), broken.message());
      return;
    }
    HttpClientCodec codec = context.pipeline().get(HttpClientCodec.class);
    codec.removeOutboundHandler();
    frames.install(context.pipeline(), context.pipeline().context(codec).name());
    context.pipeline().remove(this);
    result.complete(new UpgradeReply.Switched(now));
    context.channel().eventLoop().execute(() -> context.pipeline().remove(codec));
  }

  private @Nullable WireFailure broken(HttpHeaders headers) {
    if (!headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
        || !headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)) {
      return protocol("answered 101 without 'Upgrade: websocket' and 'Connection: Upgrade'");
    }
    String accept = headers.get(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT);
    if (accept == null || !accept.strip().equals(accept(key))) {
      return protocol(
          "answered 101 with "
              + (accept == null ? "no" : "a wrong")
              + " Sec-WebSocket-Accept: something on the way answers in its place");
    }
    if (headers.contains(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)) {
      return protocol(
          "chose the extension '"
              + headers.get(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS)
              + "', which nobody offered");
    }
    String subprotocol = headers.get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    if (subprotocol != null && !call.subprotocols().contains(subprotocol.strip())) {
      return new WireFailure(
          FindingKind.SUBPROTOCOL_MISMATCH,
          address + " chose the subprotocol '" + subprotocol + "', which was not offered");
    }
    return null;
  }

  private WireFailure protocol(String what) {
    return new WireFailure(FindingKind.PROTOCOL_ERROR, address + " " + what);
  }

  private void refused(ChannelHandlerContext context, HttpResponse response) {
    HttpReply reply =
        HttpReply.of(
            response.status().code(), response.headers(), body.toString(StandardCharsets.UTF_8));
    result.complete(new UpgradeReply.Refused(reply));
    context.close();
  }

  private void lost(ChannelHandlerContext context, String how) {
    if (refusal != null) {
      refused(context, refusal);
    } else if (stamp.nanos() - asked > 0) {
      fail(
          context,
          FindingKind.PROTOCOL_ERROR,
          address + " " + how + " the connection in the middle of its reply to the upgrade");
    } else {
      fail(
          context,
          FindingKind.CONNECT_FAILED,
          address + " " + how + " the connection without a reply to the upgrade");
    }
  }

  private void fail(ChannelHandlerContext context, FindingKind kind, String message) {
    result.complete(new UpgradeReply.Failed(new WireFailure(kind, message)));
    context.close();
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

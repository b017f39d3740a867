package io.goldenpath.wire.http;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.wire.connection.ArrivalTimeHandler;
import io.goldenpath.wire.connection.FailureClassifier;
import io.goldenpath.wire.connection.ServerAddress;
import io.goldenpath.wire.connection.WireFailure;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Collects one reply, up to a bound. */
public final class HttpReplyHandler extends SimpleChannelInboundHandler<HttpObject> {

  private final ServerAddress address;
  private final int maxBody;
  private final ArrivalTimeHandler replyArrival;
  private final CompletableFuture<HttpResult> result = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;

  public HttpReplyHandler(ServerAddress address, int maxBody, ArrivalTimeHandler reply) {
    this.address = address;
    this.maxBody = maxBody;
    this.replyArrival = reply;
  }

  public CompletableFuture<HttpResult> result() {
    return result;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    if (part.decoderResult().cause() instanceof PrematureChannelClosureException) {
      connectionLost(context, "closed");
      return;
    }
    if (part.decoderResult().isFailure()) {
      fail(context, FindingKind.PROTOCOL_ERROR, address + " answered with broken HTTP");
      return;
    }
    if (part instanceof HttpResponse response) {
      // a reply of the 1xx class only announces the one that counts
      head = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
    }
    if (part instanceof HttpContent content) {
      content.content().readBytes(body, content.content().readableBytes());
    }
    if (body.size() > maxBody) {
      fail(
          context,
          FindingKind.LOGIN_FAILED,
          address + " answered with more than " + maxBody + " bytes");
    } else if (part instanceof LastHttpContent && head != null) {
      String text = body.toString(StandardCharsets.UTF_8);
      HttpReply reply = HttpReply.of(head.status().code(), head.headers(), text);
      result.complete(new HttpResult.Answered(reply));
      context.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connectionLost(context, "closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (FailureClassifier.isTls(cause)) {
      WireFailure failure = FailureClassifier.tlsFailure(cause, address);
      fail(context, failure.kind(), failure.message());
    } else if (FailureClassifier.isReset(cause)) {
      connectionLost(context, "reset");
    } else {
      fail(
          context,
          FindingKind.PROTOCOL_ERROR,
          address + " broke the protocol: " + FailureClassifier.rootMessage(cause));
    }
  }

  private void connectionLost(ChannelHandlerContext context, String how) {
    if (!replyArrival.anyRead()) {
      fail(
          context,
          FindingKind.CONNECT_FAILED,
          address + " " + how + " the connection without a reply");
    } else {
      fail(
          context,
          FindingKind.LOGIN_FAILED,
          address + " " + how + " the connection in the middle of its reply");
    }
  }

  private void fail(ChannelHandlerContext context, FindingKind kind, String message) {
    result.complete(new HttpResult.Failed(new WireFailure(kind, message)));
    context.close();
  }
}

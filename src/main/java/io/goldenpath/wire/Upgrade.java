package io.goldenpath.wire;

import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Stopwatch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpClientCodec;
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

/** Hears the answer to a request for a WebSocket, and changes the pipeline over to frames. */
final class Upgrade extends SimpleChannelInboundHandler<HttpObject> {

  private final UpgradeCall call;
  private final Address address;
  private final Handshake handshake;
  private final Inbox inbox;
  private final int bound;
  private final ArrivalStamp arrival;
  private final ArrivalStamp reply;
  private final Stopwatch stopwatch;
  private final CompletableFuture<UpgradeReply> result = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse refusal;

  /**
   * Hears what comes to that place in the pipeline.
   *
   * @param arrival where bytes arrive
   * @param reply where they are plain
   */
  record Ears(ArrivalStamp arrival, ArrivalStamp reply) {}

  Upgrade(
      UpgradeCall call, Address address, Inbox inbox, Ears ears, int bound, Stopwatch stopwatch) {
    this.call = call;
    this.address = address;
    this.handshake = new Handshake(address, call.subprotocols());
    this.inbox = inbox;
    this.bound = bound;
    this.arrival = ears.arrival();
    this.reply = ears.reply();
    this.stopwatch = stopwatch;
  }

  Handshake handshake() {
    return handshake;
  }

  CompletableFuture<UpgradeReply> result() {
    return result;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    if (part.decoderResult().cause() instanceof PrematureChannelClosureException) {
      lost(context, "closed");
      return;
    }
    if (part.decoderResult().isFailure()) {
      fail(context, FindingKind.PROTOCOL_ERROR, address + " answered the upgrade with broken HTTP");
      return;
    }
    if (part instanceof HttpResponse response) {
      if (response.status().code() == 101) {
        switched(context, response);
        return;
      }
      // a reply of the 1xx class only announces the one that counts
      refusal = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
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
    if (Failures.isTls(cause)) {
      WireFailure failure = Failures.handshake(cause, address);
      fail(context, failure.kind(), failure.message());
    } else if (Failures.reset(cause)) {
      lost(context, "reset");
    } else {
      fail(
          context,
          FindingKind.PROTOCOL_ERROR,
          address + " broke the protocol: " + Failures.root(cause));
    }
  }

  private void switched(ChannelHandlerContext context, HttpResponse response) {
    long now = stopwatch.nanos();
    switch (handshake.judge(response)) {
      case Handshake.Verdict.Broken(WireFailure failure) ->
          fail(context, failure.kind(), failure.message());
      case Handshake.Verdict.Agreed(Deflate deflate) -> {
        Frames frames = new Frames(call.maxMessage(), inbox, deflate, arrival, stopwatch);
        HttpClientCodec codec = context.pipeline().get(HttpClientCodec.class);
        codec.removeOutboundHandler();
        frames.install(context.pipeline(), context.pipeline().context(codec).name());
        context.pipeline().remove(this);
        result.complete(new UpgradeReply.Switched(frames, deflate, now));
        // frames that came with the 101 leave the codec when it goes, after this read of its own
        context.channel().eventLoop().execute(() -> context.pipeline().remove(codec));
      }
    }
  }

  /** The time is up: a refusal counts by its head, however slowly its body comes. */
  void giveUp(ChannelPipeline pipeline) {
    ChannelHandlerContext context = pipeline.context(this);
    if (context != null && refusal != null) {
      refused(context, refusal);
    } else if (context != null) {
      fail(context, FindingKind.TIMED_OUT, address + " did not answer the upgrade in time");
    }
  }

  private void refused(ChannelHandlerContext context, HttpResponse response) {
    HttpReply whole =
        HttpReply.of(
            response.status().code(), response.headers(), body.toString(StandardCharsets.UTF_8));
    result.complete(new UpgradeReply.Refused(whole));
    context.close();
  }

  private void lost(ChannelHandlerContext context, String how) {
    if (refusal != null) {
      refused(context, refusal);
    } else if (reply.heard()) {
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
}

package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.http.BrokenReplyException;
import io.goldenpath.wire.http.ChunkedBody;
import io.goldenpath.wire.http.ReplyBody;
import io.goldenpath.wire.http.ReplyDecoder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Collects one reply, up to a bound. Other replies must be complete; of a refused upgrade the head
 * is enough, with as much of its body as came.
 */
final class HttpReplyHandler extends SimpleChannelInboundHandler<HttpObject> {

  private static final int MAX_HEADER_BYTES = 256 * 1024;
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final int MAX_REFUSAL_BYTES = 4 * 1024;
  private static final int EVENT_LOOP_GRACE_MILLIS = 50;

  private final ServerAddress address;
  private final boolean upgrade;
  private final int maxBody;
  private final Stopwatch stopwatch;
  private final ArrivalTimeHandler plaintext;
  private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
  private final ReplyDecoder decoder = new ReplyDecoder(MAX_HEADER_BYTES);
  private final ReplyBody body;
  private final ChunkedBody chunks;
  private @Nullable HttpResponse head;

  public HttpReplyHandler(ServerAddress address, boolean upgrade, Stopwatch stopwatch) {
    this.address = address;
    this.upgrade = upgrade;
    this.maxBody = upgrade ? MAX_REFUSAL_BYTES : MAX_BODY_BYTES;
    this.body = new ReplyBody(maxBody);
    this.chunks = new ChunkedBody(body);
    this.stopwatch = stopwatch;
    this.plaintext = new ArrivalTimeHandler(stopwatch);
  }

  /** Handlers behind TLS: the codec, {@code between}, and this one. */
  public List<ChannelHandler> handlers(ChannelHandler... between) {
    List<ChannelHandler> all = new ArrayList<>();
    all.addAll(List.of(plaintext, decoder, new HttpRequestEncoder()));
    all.addAll(List.of(between));
    all.add(this);
    return all;
  }

  /** Fails with a {@link WireException}. */
  public CompletableFuture<HttpReply> reply() {
    return reply;
  }

  /** The result must complete when {@link #reply} does, or before. */
  public <T> T await(CompletableFuture<T> result, Channel channel, Deadline deadline)
      throws InterruptedException, WireException {
    try {
      try {
        return deadline.await(result, stopwatch);
      } catch (TimeoutException _) {
        String what = "did not answer the " + (upgrade ? "upgrade" : "request") + " in time";
        channel.eventLoop().submit(this::completeRefusal).await(EVENT_LOOP_GRACE_MILLIS);
        reply.completeExceptionally(failure(FindingKind.TIMED_OUT, what));
        return result.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof WireException known) {
        throw known;
      }
      throw new IllegalStateException(failed);
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
    if (part instanceof HttpResponse response) {
      // a reply of the 1xx class only announces the one that counts
      head = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
    }
    if (part instanceof HttpContent content && head != null) {
      addBody(context, head, content);
    }
  }

  private void broken(ChannelHandlerContext context, Throwable cause) {
    String why = FailureClassifier.rootMessage(cause);
    String what = "answered" + upgrade(" ") + " with broken HTTP: " + why;
    fail(context, FindingKind.PROTOCOL_ERROR, what);
  }

  private void addBody(ChannelHandlerContext context, HttpResponse response, HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    try {
      if (decoder.chunked()) {
        chunks.read(content.content());
      } else {
        body.take(content.content());
      }
    } catch (BrokenReplyException wrong) {
      if (completeRefusal()) {
        context.close();
      } else {
        broken(context, wrong);
      }
      return;
    }
    if (body.overflown() && !upgrade) {
      fail(context, FindingKind.LOGIN_FAILED, "answered with more than " + maxBody + " bytes");
    } else if ((upgrade && body.isFull()) || (decoder.chunked() ? chunks.ended() : last)) {
      complete(response);
      context.close();
    } else if (last) {
      connectionLost(context, "closed");
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connectionLost(context, "closed");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (FailureClassifier.isTls(cause)) {
      fail(context, FailureClassifier.tlsFailure(cause, address, address.host()));
    } else if (cause.getCause() instanceof BrokenReplyException wrong) {
      broken(context, wrong);
    } else if (FailureClassifier.isReset(cause)) {
      connectionLost(context, "reset");
    } else {
      String why = FailureClassifier.rootMessage(cause);
      fail(context, FindingKind.PROTOCOL_ERROR, "broke the protocol: " + why);
    }
  }

  private void connectionLost(ChannelHandlerContext context, String how) {
    String what = how + " the connection ";
    if (completeRefusal()) {
      context.close();
    } else if (!plaintext.anyRead()) {
      fail(context, FindingKind.CONNECT_FAILED, what + "without a reply" + upgrade(" to "));
    } else {
      FindingKind kind = upgrade ? FindingKind.PROTOCOL_ERROR : FindingKind.LOGIN_FAILED;
      fail(context, kind, what + "in the middle of its reply" + upgrade(" to "));
    }
  }

  private boolean completeRefusal() {
    if (upgrade && head != null) {
      complete(head);
      return true;
    }
    return false;
  }

  private void complete(HttpResponse response) {
    reply.complete(
        HttpReply.of(response.status().code(), response.headers(), body.bytes(), maxBody));
  }

  private void fail(ChannelHandlerContext context, FindingKind kind, String what) {
    fail(context, failure(kind, what));
  }

  public void fail(ChannelHandlerContext context, WireException failure) {
    reply.completeExceptionally(failure);
    context.close();
  }

  private WireException failure(FindingKind kind, String what) {
    return new WireException(kind, address + " " + what);
  }

  private String upgrade(String preposition) {
    return upgrade ? preposition + "the upgrade" : "";
  }
}

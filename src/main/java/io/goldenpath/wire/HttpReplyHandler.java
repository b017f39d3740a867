package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpContentDecompressor;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  private static final int MAX_INITIAL_LINE_BYTES = 4 * 1024;
  private static final int MAX_HEADER_BYTES = 256 * 1024;
  private static final int CHUNK_BYTES = 8 * 1024;
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final int MAX_REFUSAL_BYTES = 4 * 1024;
  private static final int EVENT_LOOP_GRACE_MILLIS = 50;

  private final ServerAddress address;
  private final boolean upgrade;
  private final int maxBody;
  private final Stopwatch stopwatch;
  private final ArrivalTimeHandler plaintext;
  private final CompletableFuture<HttpReply> reply = new CompletableFuture<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;

  public HttpReplyHandler(ServerAddress address, boolean upgrade, Stopwatch stopwatch) {
    this.address = address;
    this.upgrade = upgrade;
    this.maxBody = upgrade ? MAX_REFUSAL_BYTES : MAX_BODY_BYTES;
    this.stopwatch = stopwatch;
    this.plaintext = new ArrivalTimeHandler(stopwatch);
  }

  /** Handlers behind TLS: the codec, {@code between}, and this one. */
  public List<ChannelHandler> handlers(ChannelHandler... between) {
    HttpDecoderConfig asBrowsersRead =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_INITIAL_LINE_BYTES)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setMaxChunkSize(CHUNK_BYTES)
            .setAllowDuplicateContentLengths(true)
            .setUseRfc9112TransferEncoding(false)
            .setStrictLineParsing(false);
    HttpClientCodec codec = new HttpClientCodec(asBrowsersRead, false, false);
    List<ChannelHandler> all = new ArrayList<>(List.of(plaintext, codec));
    if (!upgrade) {
      all.add(new HttpContentDecompressor(MAX_BODY_BYTES));
    }
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
  protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
    DecoderResult decoded = part.decoderResult();
    if (decoded.cause() instanceof PrematureChannelClosureException) {
      connectionLost(context, "closed");
    } else if (decoded.isFailure()) {
      fail(
          context, FindingKind.PROTOCOL_ERROR, "answered" + upgrade(" ") + broken(decoded.cause()));
    } else {
      if (part instanceof HttpResponse response) {
        // a reply of the 1xx class only announces the one that counts
        head = response.status().codeClass() == HttpStatusClass.INFORMATIONAL ? null : response;
      }
      if (part instanceof HttpContent content && head != null) {
        addBody(context, head, content);
      }
    }
  }

  private static String broken(Throwable cause) {
    return " with broken HTTP: "
        + (cause instanceof TooLongHttpHeaderException
            ? "headers beyond our bound of " + MAX_HEADER_BYTES + " bytes"
            : FailureClassifier.rootMessage(cause));
  }

  private void addBody(ChannelHandlerContext context, HttpResponse response, HttpContent content)
      throws IOException {
    ByteBuf bytes = content.content();
    int room = maxBody - body.size();
    if (bytes.readableBytes() > room && !upgrade) {
      fail(context, FindingKind.LOGIN_FAILED, "answered with more than " + maxBody + " bytes");
      return;
    }
    bytes.readBytes(body, Math.min(room, bytes.readableBytes()));
    if (content instanceof LastHttpContent || (upgrade && body.size() == maxBody)) {
      complete(response);
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
      fail(context, FailureClassifier.tlsFailure(cause, address));
    } else if (FailureClassifier.isReset(cause)) {
      connectionLost(context, "reset");
    } else if (cause instanceof DecompressionException
        || cause.getCause() instanceof DecompressionException) {
      String what = "answered with a body that is no gzip or deflate, or of more than ";
      fail(context, FindingKind.LOGIN_FAILED, what + MAX_BODY_BYTES + " bytes");
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
    String text = body.toString(StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    reply.complete(HttpReply.of(response.status().code(), response.headers(), text));
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

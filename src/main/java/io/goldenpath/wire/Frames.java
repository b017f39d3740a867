package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Makes messages of frames, answers pings and closes, and holds no more than its bound. */
final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

  private final int maxMessage;
  private final int maxQueued;
  private final ArrivalStamp stamp;
  private final Stopwatch stopwatch;
  private final BlockingQueue<Received> queue = new LinkedBlockingQueue<>();
  private final CompletableFuture<Received.Ended> ended = new CompletableFuture<>();
  private final Assembly assembly;
  private volatile @Nullable Channel channel;
  private volatile boolean closing;

  Frames(int maxMessage, int maxQueued, ArrivalStamp stamp, Stopwatch stopwatch) {
    this.maxMessage = maxMessage;
    this.maxQueued = maxQueued;
    this.stamp = stamp;
    this.stopwatch = stopwatch;
    this.assembly = new Assembly(maxMessage);
  }

  /** Takes the place of the HTTP codec of this name. */
  void install(ChannelPipeline pipeline, String codec) {
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(maxMessage)
            .expectMaskedFrames(false)
            .allowMaskMismatch(false)
            .allowExtensions(false)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build();
    channel = pipeline.channel();
    pipeline.addAfter(codec, "messages", this);
    pipeline.addAfter(codec, "decoder", new WebSocket13FrameDecoder(config));
    pipeline.addAfter(codec, "encoder", new WebSocket13FrameEncoder(true));
  }

  CompletableFuture<Received.Ended> ended() {
    return ended;
  }

  Received receive(Deadline deadline) throws InterruptedException {
    Received next = queue.poll();
    if (next == null && ended.isDone()) {
      // whatever came before the end was queued before it
      next = queue.poll();
      return next == null ? ended.join() : next;
    }
    if (next == null) {
      next = queue.poll(deadline.left(stopwatch), TimeUnit.NANOSECONDS);
    }
    resume();
    return next == null ? new Received.Nothing() : next;
  }

  /** From now on a close frame of the peer is the answer to ours. */
  void closing() {
    closing = true;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (ended.isDone()) {
      return;
    }
    switch (frame) {
      case PingWebSocketFrame ping -> pong(context, ping);
      case PongWebSocketFrame _ -> {}
      case CloseWebSocketFrame close -> closed(context, close);
      default -> data(context, frame);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(new Ending.StreamEnd());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (Failures.reset(cause)) {
      end(new Ending.Reset());
      context.close();
    } else {
      violation(context, cause);
    }
  }

  private void data(ChannelHandlerContext context, WebSocketFrame frame) {
    if (!assembly.add(frame instanceof TextWebSocketFrame, frame.content())) {
      broken(
          context,
          WebSocketCloseStatus.MESSAGE_TOO_BIG,
          "a message longer than the bound of " + maxMessage + " bytes");
      return;
    }
    if (!frame.isFinalFragment()) {
      return;
    }
    boolean text = assembly.text();
    byte[] payload = assembly.take();
    if (!text) {
      offer(context, new Received.Binary(payload.length, stamp.nanos()));
      return;
    }
    try {
      String decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(payload))
              .toString();
      offer(context, new Received.Text(decoded, payload.length, stamp.nanos()));
    } catch (CharacterCodingException _) {
      broken(
          context, WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "a text message that is not UTF-8");
    }
  }

  private void offer(ChannelHandlerContext context, Received message) {
    queue.add(message);
    if (queue.size() >= maxQueued) {
      context.channel().config().setAutoRead(false);
    }
  }

  private void resume() {
    Channel open = channel;
    if (open != null && !open.config().isAutoRead() && queue.size() < maxQueued / 2) {
      open.config().setAutoRead(true);
    }
  }

  private static void pong(ChannelHandlerContext context, PingWebSocketFrame ping) {
    if (context.channel().isWritable()) {
      ByteBuf payload = ping.content().retain();
      context.writeAndFlush(new PongWebSocketFrame(payload));
    }
  }

  private void closed(ChannelHandlerContext context, CloseWebSocketFrame close) {
    int code = close.statusCode();
    end(new Ending.CloseFrame(code < 0 ? 1005 : code, close.reasonText()));
    if (closing) {
      context.close();
    } else {
      context
          .writeAndFlush(
              code < 0
                  ? new CloseWebSocketFrame()
                  : new CloseWebSocketFrame(WebSocketCloseStatus.valueOf(code), ""))
          .addListener(ChannelFutureListener.CLOSE);
    }
  }

  private void violation(ChannelHandlerContext context, Throwable cause) {
    Throwable root =
        cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
    if (root instanceof TooLongFrameException) {
      broken(
          context,
          WebSocketCloseStatus.MESSAGE_TOO_BIG,
          "a frame longer than the bound of " + maxMessage + " bytes");
    } else if (root instanceof CorruptedWebSocketFrameException corrupted) {
      broken(context, corrupted.closeStatus(), String.valueOf(corrupted.getMessage()));
    } else {
      broken(context, WebSocketCloseStatus.PROTOCOL_ERROR, String.valueOf(root));
    }
  }

  private void broken(ChannelHandlerContext context, WebSocketCloseStatus status, String what) {
    if (ended.isDone()) {
      return;
    }
    end(new Ending.Violation(what));
    context
        .writeAndFlush(new CloseWebSocketFrame(status, ""))
        .addListener(ChannelFutureListener.CLOSE);
  }

  private void end(Ending ending) {
    Received.Ended end = new Received.Ended(ending, Math.max(stamp.nanos(), stopwatch.nanos()));
    if (ended.complete(end)) {
      queue.add(end);
    }
  }
}

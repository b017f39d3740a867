package io.goldenpath.wire;

import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes messages of frames, answers pings and closes, and ends at the first broken rule. */
final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int NO_CODE = 1005;
  private static final int LAST_CODE = 4999;

  private final int maxMessage;
  private final Inbox inbox;
  private final Assembly assembly;
  private final ArrivalStamp stamp;
  private final Stopwatch stopwatch;
  private volatile boolean closing;

  Frames(
      int maxMessage,
      Inbox inbox,
      @Nullable Deflate deflate,
      ArrivalStamp stamp,
      Stopwatch stopwatch) {
    this.maxMessage = maxMessage;
    this.inbox = inbox;
    this.assembly = new Assembly(maxMessage, deflate);
    this.stamp = stamp;
    this.stopwatch = stopwatch;
  }

  /** Takes the place of the HTTP codec of this name. */
  void install(ChannelPipeline pipeline, String codec) {
    // reserved bits are allowed here because they are judged by the assembly
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(maxMessage)
            .expectMaskedFrames(false)
            .allowMaskMismatch(false)
            .allowExtensions(true)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build();
    inbox.fedBy(pipeline.channel().config());
    pipeline.addAfter(codec, "messages", this);
    pipeline.addAfter(codec, "decoder", new WebSocket13FrameDecoder(config));
    pipeline.addAfter(codec, "encoder", new WebSocket13FrameEncoder(true));
  }

  /**
   * From now on a close frame of the peer is the answer to ours, and messages are news to nobody.
   */
  void closing() {
    closing = true;
    inbox.discard();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (inbox.ended()) {
      return;
    }
    switch (frame) {
      case PingWebSocketFrame ping -> pong(context, ping);
      case PongWebSocketFrame pong -> plain(pong);
      case CloseWebSocketFrame close -> closed(context, close);
      default -> assembly.add(frame, stamp.nanos()).ifPresent(inbox::put);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(new Ending.StreamEnd());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    assembly.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case Breach breach -> broken(context, breach);
      case CorruptedWebSocketFrameException corrupted -> broken(context, breach(corrupted));
      case Throwable reset when Failures.reset(reset) -> {
        end(new Ending.Reset());
        context.close();
      }
      default ->
          broken(context, new Breach(WebSocketCloseStatus.PROTOCOL_ERROR, Failures.root(cause)));
    }
  }

  private static void pong(ChannelHandlerContext context, PingWebSocketFrame ping) {
    plain(ping);
    if (context.channel().isWritable()) {
      context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    }
  }

  private void closed(ChannelHandlerContext context, CloseWebSocketFrame close) {
    plain(close);
    int code = close.statusCode();
    if (code > LAST_CODE) {
      throw new Breach(WebSocketCloseStatus.PROTOCOL_ERROR, "a close code that cannot be: " + code);
    }
    Ending ending = new Ending.CloseFrame(code < 0 ? NO_CODE : code, reason(close));
    // answered before anybody hears of it: whoever does closes at once
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
    end(ending);
  }

  private static String reason(CloseWebSocketFrame close) {
    byte[] payload = ByteBufUtil.getBytes(close.content());
    Utf8Text reason = new Utf8Text();
    if (payload.length > Short.BYTES) {
      byte[] words = Arrays.copyOfRange(payload, Short.BYTES, payload.length);
      reason.add(words, words.length);
    }
    return reason.take();
  }

  private static void plain(WebSocketFrame control) {
    if (control.rsv() != 0) {
      throw Assembly.reserved();
    }
  }

  private Breach breach(CorruptedWebSocketFrameException corrupted) {
    WebSocketCloseStatus status = corrupted.closeStatus();
    if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
      return new Breach(status, "a frame longer than the bound of " + maxMessage + " bytes");
    }
    String words = String.valueOf(corrupted.getMessage());
    return new Breach(
        status,
        words.contains("not masked as expected")
            ? "a masked frame, where servers must not mask"
            : words);
  }

  private void broken(ChannelHandlerContext context, Breach breach) {
    if (inbox.ended()) {
      return;
    }
    end(new Ending.Violation(String.valueOf(breach.getMessage())));
    context
        .writeAndFlush(new CloseWebSocketFrame(breach.status(), ""))
        .addListener(ChannelFutureListener.CLOSE);
  }

  private void end(Ending ending) {
    inbox.end(new Received.Ended(ending, stopwatch.nanos()));
  }
}

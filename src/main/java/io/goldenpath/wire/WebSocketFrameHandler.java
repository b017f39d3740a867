package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Stopwatch;
import io.netty.buffer.ByteBuf;
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
import org.jspecify.annotations.Nullable;

/** Assembles messages, answers pings and closes, and ends at the first protocol violation. */
final class WebSocketFrameHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

  private static final int NO_STATUS_CODE = 1005;
  private static final int MAX_CLOSE_CODE = 4999;

  private final int maxMessage;
  private final ReceiveQueue queue;
  private final MessageAssembler assembler;
  private final ArrivalTimeHandler arrivalTime;
  private final Stopwatch stopwatch;
  private volatile boolean closing;

  WebSocketFrameHandler(
      int maxMessage,
      ReceiveQueue queue,
      @Nullable PerMessageDeflate deflate,
      ArrivalTimeHandler arrivalTime,
      Stopwatch stopwatch) {
    this.maxMessage = maxMessage;
    this.queue = queue;
    this.assembler = new MessageAssembler(maxMessage, deflate);
    this.arrivalTime = arrivalTime;
    this.stopwatch = stopwatch;
  }

  void install(ChannelPipeline pipeline, String codec) {
    // reserved bits are allowed here because they are judged by the assembly
    WebSocketDecoderConfig config =
        WebSocketDecoderConfig.newBuilder()
            .maxFramePayloadLength(maxMessage)
            .expectMaskedFrames(false)
            .allowExtensions(true)
            .closeOnProtocolViolation(false)
            .withUTF8Validator(false)
            .build();
    pipeline.addAfter(codec, "messages", this);
    pipeline.addAfter(codec, "decoder", new WebSocket13FrameDecoder(config));
    pipeline.addAfter(codec, "encoder", new WebSocket13FrameEncoder(true));
  }

  /** From now on a close frame is the answer to ours, and messages are discarded. */
  void startClosing() {
    closing = true;
    queue.discardMessages();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (queue.ended()) {
      return;
    }
    switch (frame) {
      case PingWebSocketFrame ping -> answerPing(context, ping);
      case PongWebSocketFrame pong -> requireNoReservedBits(pong);
      case CloseWebSocketFrame close -> answerClose(context, close);
      default -> assembler.add(frame, arrivalTime.lastReadNanos()).ifPresent(queue::put);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(new ConnectionEnd.StreamEnd());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    assembler.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    switch (cause) {
      case CorruptedWebSocketFrameException violation ->
          failConnection(context, violation.closeStatus(), message(violation));
      case Throwable reset when FailureClassifier.isReset(reset) -> {
        end(new ConnectionEnd.Reset());
        context.close();
      }
      default ->
          failConnection(
              context, WebSocketCloseStatus.PROTOCOL_ERROR, FailureClassifier.rootMessage(cause));
    }
  }

  private static void answerPing(ChannelHandlerContext context, PingWebSocketFrame ping) {
    requireNoReservedBits(ping);
    if (context.channel().isWritable()) {
      context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
    }
  }

  private void answerClose(ChannelHandlerContext context, CloseWebSocketFrame close) {
    requireNoReservedBits(close);
    int code = close.statusCode();
    if (code > MAX_CLOSE_CODE) {
      throw new CorruptedWebSocketFrameException(
          WebSocketCloseStatus.PROTOCOL_ERROR, "an invalid close code: " + code);
    }
    ConnectionEnd end =
        new ConnectionEnd.CloseFrame(code < 0 ? NO_STATUS_CODE : code, reason(close));
    // answered before the end is queued: whoever takes it closes at once
    if (closing) {
      context.close();
    } else {
      closeWith(
          context,
          code < 0
              ? new CloseWebSocketFrame()
              : new CloseWebSocketFrame(WebSocketCloseStatus.valueOf(code), ""));
    }
    end(end);
  }

  private static String reason(CloseWebSocketFrame close) {
    ByteBuf payload = close.content();
    int length = Math.max(0, payload.readableBytes() - Short.BYTES);
    MessageAssembler.Utf8Decoder reason = new MessageAssembler.Utf8Decoder();
    reason.add(ByteBufUtil.getBytes(payload, payload.writerIndex() - length, length), length);
    return reason.finish();
  }

  private static void requireNoReservedBits(WebSocketFrame control) {
    if (control.rsv() != 0) {
      throw MessageAssembler.reservedBits();
    }
  }

  /** Netty's frame decoder tells some violations by its message alone. */
  private String message(CorruptedWebSocketFrameException violation) {
    String message = String.valueOf(violation.getMessage());
    if (message.startsWith("Max frame length")) {
      return "a frame longer than the bound of " + maxMessage + " bytes";
    }
    return message.contains("not masked as expected")
        ? "a masked frame, where servers must not mask"
        : message;
  }

  private void failConnection(
      ChannelHandlerContext context, WebSocketCloseStatus status, String message) {
    if (!queue.ended()) {
      end(new ConnectionEnd.ProtocolViolation(message));
      closeWith(context, new CloseWebSocketFrame(status, ""));
    }
  }

  private static void closeWith(ChannelHandlerContext context, CloseWebSocketFrame frame) {
    context.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
  }

  private void end(ConnectionEnd end) {
    queue.end(new ReceiveResult.Ended(end, stopwatch.nanos()));
  }
}

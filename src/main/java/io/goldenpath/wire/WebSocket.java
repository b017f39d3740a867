package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Open WebSocket for one thread at a time, but for {@link #wakeUp}; its opener closes it. */
public final class WebSocket {

  private final Channel channel;
  private final WebSocketFrameHandler frameHandler;
  private final ReceiveQueue queue;
  private final @Nullable PerMessageDeflate deflate;
  private final Stopwatch stopwatch;

  WebSocket(
      Channel channel,
      WebSocketFrameHandler frameHandler,
      ReceiveQueue queue,
      @Nullable PerMessageDeflate deflate,
      Stopwatch stopwatch) {
    this.channel = channel;
    this.frameHandler = frameHandler;
    this.queue = queue;
    this.deflate = deflate;
    this.stopwatch = stopwatch;
  }

  public ReceiveResult receive(Deadline deadline) throws InterruptedException {
    return queue.take(deadline);
  }

  /** Makes a {@link #receive} that waits, or the next one, return nothing. From any thread. */
  public void wakeUp() {
    queue.wakeUp();
  }

  /** False when the connection did not take the message by the deadline. */
  public boolean send(String text, Deadline deadline) throws InterruptedException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> compressed =
        Optional.ofNullable(deflate).flatMap(agreed -> agreed.compress(payload));
    ByteBuf content = Unpooled.wrappedBuffer(compressed.orElse(payload));
    int rsv = compressed.isPresent() ? PerMessageDeflate.RSV1 : 0;
    return send(new TextWebSocketFrame(true, rsv, content), deadline);
  }

  boolean send(WebSocketFrame frame, Deadline deadline) throws InterruptedException {
    ChannelPromise written = write(frame);
    return written.await(deadline.remainingNanos(stopwatch), TimeUnit.NANOSECONDS)
        && written.isSuccess();
  }

  /** On the event loop, for Netty would keep buffer pools for every other thread that writes. */
  private ChannelPromise write(WebSocketFrame frame) {
    ChannelPromise written = channel.newPromise();
    channel.eventLoop().execute(() -> channel.writeAndFlush(frame, written));
    return written;
  }

  /** Ends the connection by a TCP reset, without a close frame. */
  public void reset() {
    frameHandler.startClosing();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  /** Closes with 1000, by force at the deadline; the end may have come before this call. */
  public ConnectionEnd close(Deadline deadline) throws InterruptedException {
    try {
      frameHandler.startClosing();
      if (!queue.ended()) {
        write(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE, ""));
      }
      return queue.take(deadline) instanceof ReceiveResult.Ended(ConnectionEnd end, _)
          ? end
          : new ConnectionEnd.CloseTimeout();
    } finally {
      channel.close();
    }
  }
}

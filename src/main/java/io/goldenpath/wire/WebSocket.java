package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
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

/**
 * An open socket of one user. Used by one thread at a time, but for {@link #nudge}, and closed by
 * whoever opened it.
 */
public final class WebSocket {

  private static final int COMPRESSED = 4;

  private final Channel channel;
  private final Frames frames;
  private final Inbox inbox;
  private final @Nullable Deflate deflate;
  private final Stopwatch stopwatch;

  WebSocket(
      Channel channel, Frames frames, Inbox inbox, @Nullable Deflate deflate, Stopwatch stopwatch) {
    this.channel = channel;
    this.frames = frames;
    this.inbox = inbox;
    this.deflate = deflate;
    this.stopwatch = stopwatch;
  }

  /** The next message, the end of the connection, or nothing by the deadline. */
  public Received receive(Deadline deadline) throws InterruptedException {
    return inbox.take(deadline);
  }

  /** Makes a {@link #receive} that waits, or the next one, return nothing. From any thread. */
  public void nudge() {
    inbox.nudge();
  }

  /** Sends a text message; false when the connection did not take it by the deadline. */
  public boolean send(String text, Deadline deadline) throws InterruptedException {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> compressed =
        Optional.ofNullable(deflate).flatMap(agreed -> agreed.compressed(payload));
    ByteBuf content = Unpooled.wrappedBuffer(compressed.orElse(payload));
    return send(
        new TextWebSocketFrame(true, compressed.isPresent() ? COMPRESSED : 0, content), deadline);
  }

  boolean send(WebSocketFrame frame, Deadline deadline) throws InterruptedException {
    ChannelPromise written = channel.newPromise();
    // from its own loop, for Netty's pools would settle down in every thread that writes
    channel.eventLoop().execute(() -> channel.writeAndFlush(frame, written));
    return written.await(deadline.left(stopwatch), TimeUnit.NANOSECONDS) && written.isSuccess();
  }

  /** Breaks the connection off by a TCP reset, without a word to the peer. */
  public void reset() {
    frames.closing();
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }

  /**
   * Closes with 1000 and waits for the peer's answer until the deadline. The connection is gone
   * afterwards in any case.
   *
   * @return how the connection ended, which may have been before this call
   */
  public Ending close(Deadline deadline) throws InterruptedException {
    try {
      frames.closing();
      if (!inbox.ended()) {
        channel
            .eventLoop()
            .execute(() ->
                channel.writeAndFlush(
                    new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE, "")));
      }
      return inbox.take(deadline) instanceof Received.Ended(Ending ending, _)
          ? ending
          : new Ending.Unanswered();
    } finally {
      channel.close();
    }
  }
}

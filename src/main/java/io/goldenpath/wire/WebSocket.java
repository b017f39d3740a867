package io.goldenpath.wire;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Stopwatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An open socket of one user. Used by one thread at a time, and closed by whoever opened it. */
public final class WebSocket {

  private final Channel channel;
  private final Frames frames;
  private final Stopwatch stopwatch;

  WebSocket(Channel channel, Frames frames, Stopwatch stopwatch) {
    this.channel = channel;
    this.frames = frames;
    this.stopwatch = stopwatch;
  }

  /** The next message, the end of the connection, or nothing by the deadline. */
  public Received receive(Deadline deadline) throws InterruptedException {
    return frames.receive(deadline);
  }

  /** Sends a text message; false when the connection did not take it by the deadline. */
  public boolean send(String text, Deadline deadline) throws InterruptedException {
    ChannelFuture written = channel.writeAndFlush(new TextWebSocketFrame(text));
    return written.await(deadline.left(stopwatch), TimeUnit.NANOSECONDS) && written.isSuccess();
  }

  /**
   * Closes with 1000 and waits for the peer's answer until the deadline. The connection is gone
   * afterwards in any case.
   *
   * @return how the connection ended, which may have been before this call
   */
  public Ending close(Deadline deadline) throws InterruptedException {
    try {
      if (!frames.ended().isDone()) {
        frames.closing();
        channel.config().setAutoRead(true);
        channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE, ""));
      }
      return frames.ended().get(deadline.left(stopwatch), TimeUnit.NANOSECONDS).ending();
    } catch (TimeoutException _) {
      return new Ending.Unanswered();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      channel.close();
    }
  }
}

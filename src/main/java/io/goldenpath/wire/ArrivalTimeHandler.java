package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Records when bytes reach this place in the pipeline, before later handlers work on them. */
final class ArrivalTimeHandler extends ChannelInboundHandlerAdapter {

  private final Stopwatch stopwatch;
  private volatile long lastReadNanos;
  private volatile boolean anyRead;

  public ArrivalTimeHandler(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.lastReadNanos = stopwatch.nanos();
  }

  /** When the connection began, if no bytes were read. */
  public long lastReadNanos() {
    return lastReadNanos;
  }

  public boolean anyRead() {
    return anyRead;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    lastReadNanos = stopwatch.nanos();
    anyRead = true;
    context.fireChannelRead(message);
  }
}

package io.goldenpath.wire;

import io.goldenpath.probe.Stopwatch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Notes when bytes came to its place in the pipeline, before anybody behind it works on them. */
final class ArrivalStamp extends ChannelInboundHandlerAdapter {

  private final Stopwatch stopwatch;
  private volatile long last;
  private volatile boolean heard;

  ArrivalStamp(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.last = stopwatch.nanos();
  }

  /** When bytes were last read; when the connection began, if none were. */
  long nanos() {
    return last;
  }

  /** Whether any bytes were read. */
  boolean heard() {
    return heard;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    last = stopwatch.nanos();
    heard = true;
    context.fireChannelRead(message);
  }
}

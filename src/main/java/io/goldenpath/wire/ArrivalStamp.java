package io.goldenpath.wire;

import io.goldenpath.probe.Stopwatch;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Notes when bytes were read from the socket, before anybody decrypts or parses them. */
final class ArrivalStamp extends ChannelInboundHandlerAdapter {

  private final Stopwatch stopwatch;
  private volatile long last;

  ArrivalStamp(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.last = stopwatch.nanos();
  }

  /** When bytes were last read; when the connection began, if none were. */
  long nanos() {
    return last;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    last = stopwatch.nanos();
    context.fireChannelRead(message);
  }
}

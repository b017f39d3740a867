package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** Event loops whose lag is measured. */
record EventLoops(EventLoopGroup group, List<EventLoopLagMeter> lagMeters)
    implements AutoCloseable {

  private static final int THREADS = 2;

  static EventLoops start(String threadName, Stopwatch stopwatch) {
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            THREADS, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
    return new EventLoops(
        group,
        StreamSupport.stream(group.spliterator(), false)
            .map(loop -> EventLoopLagMeter.of((EventLoop) loop, stopwatch))
            .toList());
  }

  Duration longestLagSince(long nanos) {
    return lagMeters.stream()
        .map(meter -> meter.longestSince(nanos))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}

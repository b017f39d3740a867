package io.goldenpath.wire;

import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Makes the event loops of a wire stand still, as a long collection of garbage would. */
public final class EventLoopStall {

  private EventLoopStall() {}

  public static void of(WireClient wire, Duration length) {
    wire.loops()
        .forEach(loop ->
            loop.execute(() -> {
              long until = Stopwatch.SYSTEM.nanos() + length.toNanos();
              for (long left = length.toNanos();
                  left > 0;
                  left = until - Stopwatch.SYSTEM.nanos()) {
                LockSupport.parkNanos(left);
              }
            }));
  }
}

package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Stalls.Stall;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an event loop stood still: 20 ms after its last tick the next one is due. */
class EventLoopLagMeterTests {

  private long now;
  private final EventLoops.LagMeter meter = new EventLoops.LagMeter(() -> now);

  private void passes(long millis) {
    now += nanos(millis);
  }

  private void ticksAfter(long millis) {
    passes(millis);
    meter.tick();
  }

  private List<Stall> since(long millis) {
    List<Stall> all = new ArrayList<>();
    meter.addSince(nanos(millis), all);
    return all;
  }

  private static Stall stall(long from, long to) {
    return new Stall(nanos(from), nanos(to));
  }

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  @Test
  void takesTheLatenessOfABusyMachineForNoStall() {
    ticksAfter(20);
    ticksAfter(70);
    passes(69);

    assertThat(since(0)).isEmpty();
    assertThat(meter.stalledTime()).isZero();
  }

  @Test
  void findsEachStallAndSumsThemUp() {
    ticksAfter(120);
    ticksAfter(20);
    ticksAfter(420);

    assertThat(since(0)).containsExactlyInAnyOrder(stall(20, 120), stall(160, 560));
    assertThat(meter.stalledTime()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void findsAStallThatStillLasts() {
    passes(320);

    assertThat(since(0)).containsExactly(stall(20, 320));
  }

  @Test
  void findsWhatEndedAfterTheReadingAlone() {
    ticksAfter(320);
    ticksAfter(320);

    assertThat(since(320)).containsExactly(stall(340, 640));
    assertThat(since(640)).isEmpty();
  }

  @Test
  void takesTwoLoopsThatStoodStillAtOnceForOneStall() {
    EventLoops.LagMeter other = new EventLoops.LagMeter(() -> now);
    EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
    try (EventLoops loops = new EventLoops(group, List.of(meter, other))) {
      passes(200);
      meter.tick();
      passes(100);
      other.tick();
      meter.tick();
      ticksAfter(400);

      assertThat(loops.since(0)).containsExactly(stall(20, 300), stall(320, 700));
      assertThat(loops.stalledTime()).isEqualTo(Duration.ofMillis(640));
    }
  }
}

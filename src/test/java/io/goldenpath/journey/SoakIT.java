package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.demo.FrameFault;
import io.goldenpath.demo.Relay;
import io.goldenpath.demo.RelayPlace;
import io.goldenpath.demo.ReplyFault;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.wire.Complaints;
import io.goldenpath.wire.Resources;
import io.goldenpath.wire.Size;
import io.goldenpath.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Run after run against faults drawn at random: nothing is held afterwards. */
class SoakIT {

  private static final int RUNS = Size.of(60, 10_000);
  private static final int AT_ONCE = Size.of(10, 40);

  @Test
  void holdsNothingWhateverHappens() throws Exception {
    try (Complaints complaints = Complaints.listen();
        DemoPlatform demo = DemoPlatform.start(0);
        Wire wire = Wire.open("test", Stopwatch.SYSTEM);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      soak(demo, wire, workers, AT_ONCE);
      Resources before = Resources.now();

      soak(demo, wire, workers, RUNS);

      before.areBack();
      assertThat(complaints.all()).isEmpty();
    }
  }

  private static void soak(DemoPlatform demo, Wire wire, ExecutorService workers, int runs)
      throws Exception {
    List<Future<Run>> walked = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Random random = new Random(i);
      walked.add(workers.submit(() -> walk(demo, wire, random)));
    }
    for (Future<Run> run : walked) {
      assertThat(run.get().users()).hasSize(1);
    }
  }

  private static Run walk(DemoPlatform demo, Wire wire, Random random) throws Exception {
    List<DemoAccount> accounts = demo.accounts().all();
    try (Relay relay = Relay.before(demo.port())) {
      RelayPlace place = drawn(RelayPlace.values(), random);
      switch (place) {
        case LOGIN, UPGRADE -> relay.play(drawn(ReplyFault.values(), random), place);
        case WELCOME, SEND, EVENTS, CLOSE -> relay.play(drawn(FrameFault.values(), random), place);
      }
      DemoAccount account = accounts.get(random.nextInt(accounts.size()));
      return Paths.walk(Paths.path(Paths.demo(relay.port(), account, Paths.SHORT), wire));
    }
  }

  private static <T> T drawn(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }
}

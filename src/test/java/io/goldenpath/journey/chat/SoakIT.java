package io.goldenpath.journey.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.catalogue.relay.FrameFault;
import io.goldenpath.catalogue.relay.Relay;
import io.goldenpath.catalogue.relay.RelayPlace;
import io.goldenpath.catalogue.relay.ReplyFault;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.NettyErrors;
import io.goldenpath.wire.ProcessResources;
import io.goldenpath.wire.TestSize;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Run after run against faults drawn at random: nothing is held afterwards. */
class SoakIT {

  private static final int RUNS = TestSize.of(60, 10_000);
  private static final int AT_ONCE = TestSize.of(10, 40);

  @Test
  void holdsNothingWhateverHappens() throws Exception {
    try (NettyErrors nettyErrors = NettyErrors.listen();
        DemoPlatform demo = DemoPlatform.start(0);
        WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      soak(demo, wire, workers, AT_ONCE);
      ProcessResources before = ProcessResources.now();

      soak(demo, wire, workers, RUNS);

      before.awaitReleased();
      assertThat(nettyErrors.all()).isEmpty();
    }
  }

  private static void soak(DemoPlatform demo, WireClient wire, ExecutorService workers, int runs)
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

  private static Run walk(DemoPlatform demo, WireClient wire, Random random) throws Exception {
    List<DemoAccount> accounts = demo.accounts().all();
    try (Relay relay = Relay.before(demo.port())) {
      RelayPlace place = drawn(RelayPlace.values(), random);
      switch (place) {
        case LOGIN, UPGRADE -> relay.play(drawn(ReplyFault.values(), random), place);
        case WELCOME, SEND, EVENTS, CLOSE -> relay.play(drawn(FrameFault.values(), random), place);
      }
      DemoAccount account = accounts.get(random.nextInt(accounts.size()));
      return GoldenPathFixtures.walk(
          GoldenPathFixtures.path(
              GoldenPathFixtures.demo(relay.port(), account, GoldenPathFixtures.SHORT), wire));
    }
  }

  private static <T> T drawn(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }
}

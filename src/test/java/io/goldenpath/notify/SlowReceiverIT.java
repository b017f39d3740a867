package io.goldenpath.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** A receiver that takes a message and never says so, beside one that does. */
class SlowReceiverIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Probe shop = SampleRuns.probe("shop");

  @Test
  void keepsNobodyElseFromHearing() throws Exception {
    ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    try (TellingServer slow = new TellingServer(200, "ok");
        TellingServer quick = new TellingServer(200, "ok");
        NotifierUnderTest monitor =
            NotifierUnderTest.of(
                NotifierUnderTest.written(
                    """
                    receivers:
                      slow: { webhook: { url: '%s' } }
                      quick: { webhook: { url: '%s' } }
                    """
                        .formatted(slow.url("/"), quick.url("/"))),
                senders,
                shop)) {
      slow.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      List<String> heard = new ArrayList<>();

      monitor.bad(shop);
      monitor.advance(MINUTE);
      hear(quick, heard, 1);
      monitor.otherwiseBad(shop);
      monitor.advance(MINUTE);
      hear(quick, heard, 2);
      monitor.good(shop);
      monitor.advance(MINUTE);
      hear(quick, heard, 3);

      assertThat(heard).containsExactly("opened", "changed", "resolved");
      assertThat(slow.requests()).hasSize(1);
      assertThat(monitor.notifier.waiting("slow")).isEqualTo(3);
    } finally {
      senders.shutdownNow();
    }
  }

  /** The next message may be due only when the clock has moved on. */
  private static void hear(TellingServer server, List<String> heard, int expected) {
    await()
        .until(() -> {
          server.bodies().forEach(message -> heard.add(message.path("event").asString()));
          return heard.size() == expected;
        });
  }
}

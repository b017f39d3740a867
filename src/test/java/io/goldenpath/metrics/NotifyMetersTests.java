package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.metrics.NotifyMeters.DeliveryState;
import io.goldenpath.model.run.SampleRuns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotifyMetersTests {

  private final Scrape scrape = Scrape.watching(SampleRuns.probe("shop"));
  private final NotifyMeters meters = new NotifyMeters(scrape.registry(), "here");
  private final Map<String, DeliveryState> deliveries = new HashMap<>();

  @Test
  void standAtZeroFromTheBeginning() {
    tell("oncall", new DeliveryState(false, 0, 0));

    assertThat(scrape.text())
        .contains(
            "goldenpath_receiver_failing{location=\"here\",receiver=\"oncall\"} 0",
            "goldenpath_receiver_waiting{location=\"here\",receiver=\"oncall\"} 0",
            "goldenpath_receiver_dropped_total{location=\"here\",receiver=\"oncall\"} 0");
  }

  @Test
  void followWhatBecomesOfTheMessages() {
    tell("oncall", new DeliveryState(false, 0, 0));
    tell("oncall", new DeliveryState(true, 3, 2));
    tell("oncall", new DeliveryState(true, 4, 5));

    assertThat(scrape.text())
        .contains(
            "goldenpath_receiver_failing{location=\"here\",receiver=\"oncall\"} 1",
            "goldenpath_receiver_waiting{location=\"here\",receiver=\"oncall\"} 4",
            "goldenpath_receiver_dropped_total{location=\"here\",receiver=\"oncall\"} 5");
  }

  @Test
  void goWithTheReceiver() {
    tell("oncall", new DeliveryState(true, 3, 2));
    meters.receivers(Set.of(), this::deliveries);

    assertThat(scrape.text()).doesNotContain("goldenpath_receiver_");
  }

  private void tell(String receiver, DeliveryState now) {
    deliveries.put(receiver, now);
    meters.receivers(deliveries.keySet(), this::deliveries);
  }

  private DeliveryState deliveries(String receiver) {
    return Objects.requireNonNull(deliveries.get(receiver));
  }
}

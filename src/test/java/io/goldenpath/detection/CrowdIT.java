package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many users at once: nothing is found that is not there. */
class CrowdIT {

  @Test
  void findsNothingAmongTwelveGoodUsers() throws Exception {
    try (Crowd crowd = new Crowd(12)) {
      Journey journey = crowd.journey(Map.of());

      for (int i = 0; i < 3; i++) {
        long t = System.nanoTime();
        Run run = crowd.walk(journey);
        System.out.println((System.nanoTime() - t) / 1000000 + " ms " + run.outcome());
        assertThat(run.findings()).isEmpty();
        assertThat(run.users()).hasSize(12);
      }
    }
  }
}

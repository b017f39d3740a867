package io.goldenpath.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentPaceTests {

  @Test
  void isUnevenAndBelowTheDemoTargetsLimits() {
    AgentPace pace = new AgentPace(7);

    assertThat(IntStream.range(0, 5000).mapToObj(_ -> pace.gaps(5)))
        .allSatisfy(gaps -> {
          List<Duration> between = gaps.subList(1, gaps.size());
          Duration shortest = Collections.min(between);
          Duration longest = Collections.max(between);
          assertThat(gaps.getFirst()).isLessThan(Duration.ofMillis(350));
          assertThat(longest).isLessThan(Duration.ofMillis(500));
          assertThat(longest.minus(shortest)).isGreaterThan(Duration.ofMillis(30));
          assertThat(gaps.stream().reduce(Duration.ZERO, Duration::plus))
              .isBetween(Duration.ofMillis(740), Duration.ofMillis(1400));
        });
  }

  @Test
  void repeatsItselfForTheSameSeed() {
    assertThat(new AgentPace(3).gaps(9))
        .isEqualTo(new AgentPace(3).gaps(9))
        .isNotEqualTo(new AgentPace(4).gaps(9));
  }
}

package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Manners;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTests {

  private final ManualTime time = new ManualTime();
  private final Gate gate = new Gate(time);
  private final List<User> users =
      List.of(new User(1, Map.of(), 1), new User(2, Map.of(), 1), new User(3, Map.of(), 1));

  @Test
  void usersTakeTurnsSoThatNoneIsWornOut() {
    for (int slot : new int[] {1, 2, 3, 1, 2}) {
      User leased = gate.lease(users).orElseThrow();
      gate.giveBack(leased);

      assertThat(leased.slot()).isEqualTo(slot);
    }
  }

  @Test
  void theWindowOfTheBudgetSlides() {
    Manners two = new Manners(3, 2);
    gate.lease(users);
    time.advance(Duration.ofSeconds(30));
    gate.lease(users);
    assertThat(gate.closed(two)).isPresent();

    time.advance(Duration.ofSeconds(30));
    assertThat(gate.closed(two)).isEmpty();
    gate.lease(users);

    assertThat(gate.closed(two).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isForgottenOnlyWhenNothingWouldBeLost() {
    assertThat(gate.idle()).isTrue();
    User user = gate.lease(users).orElseThrow();
    time.advance(Duration.ofMinutes(2));
    assertThat(gate.idle()).isFalse();
    gate.giveBack(user);
    gate.pause();
    assertThat(gate.idle()).isFalse();

    time.advance(Gate.PAUSE);

    assertThat(gate.idle()).isTrue();
  }
}

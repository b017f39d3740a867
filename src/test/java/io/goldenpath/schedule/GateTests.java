package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTests {

  private final ManualTime time = new ManualTime();
  private final Gate gate = new Gate(time);
  private final List<User> users =
      List.of(new User(1, Map.of(), 1), new User(2, Map.of(), 1), new User(3, Map.of(), 1));
  private final Target target =
      Bench.probe("it", Cadence.onDemand(Bench.MINUTE), users, new Manners(2, 100)).target();

  @Test
  void usersTakeTurnsSoThatNoneIsWornOut() {
    for (int slot : new int[] {1, 2, 3, 1, 2}) {
      User leased = lease().orElseThrow();
      gate.giveBack(leased);

      assertThat(leased.slot()).isEqualTo(slot);
    }
  }

  @Test
  void theWindowOfTheBudgetSlides() {
    Manners two = new Manners(3, 2);
    lease();
    time.advance(Duration.ofSeconds(30));
    lease();
    assertThat(gate.closed(two)).isPresent();

    time.advance(Duration.ofSeconds(30));
    assertThat(gate.closed(two)).isEmpty();
    lease();

    assertThat(gate.closed(two).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isForgottenOnlyWhenNothingWouldBeLost() {
    assertThat(gate.idle()).isTrue();
    User user = lease().orElseThrow();
    time.advance(Duration.ofMinutes(2));
    assertThat(gate.idle()).isFalse();
    gate.giveBack(user);
    gate.pause();
    assertThat(gate.idle()).isFalse();

    time.advance(Gate.PAUSE);

    assertThat(gate.idle()).isTrue();
  }

  @Test
  void usersLogInOnlySoOften() {
    for (int slot : new int[] {1, 2, 3, 1, 2, 3}) {
      User leased = gate.lease(target, _ -> true).orElseThrow();
      gate.giveBack(leased);
      assertThat(leased.slot()).isEqualTo(slot);
      time.advance(Duration.ofSeconds(10));
    }

    assertThat(gate.lease(target, _ -> true)).isEmpty();
    RunRequest.Refused refused = gate.spent(target, _ -> true).orElseThrow();
    assertThat(refused.reason()).isEqualTo(SkipReason.BUDGET);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(9));

    time.advance(Duration.ofMinutes(9));
    assertThat(gate.spent(target, _ -> true)).isEmpty();
    assertThat(gate.lease(target, _ -> true).map(User::slot)).contains(1);
  }

  @Test
  void usersWhoNeedNoLoginAreNeverTooMany() {
    for (int i = 0; i < 20; i++) {
      gate.giveBack(gate.lease(target, user -> user.slot() != 2).orElseThrow());
    }

    assertThat(gate.spent(target, user -> user.slot() != 2)).isEmpty();
    assertThat(gate.lease(target, user -> user.slot() != 2).map(User::slot)).contains(2);
  }

  private Optional<User> lease() {
    return gate.lease(target, _ -> false);
  }
}

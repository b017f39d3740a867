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
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class GateTests {

  private final ManualTime time = new ManualTime();
  private final Gate gate = new Gate(time);
  private final List<User> users =
      List.of(new User(1, 1, Map.of()), new User(2, 2, Map.of()), new User(3, 3, Map.of()));
  private final Target target =
      Bench.probe("it", Cadence.onDemand(Bench.MINUTE), users, new Manners(2, 100)).target();

  @Test
  void usersTakeTurnsSoThatNoneIsWornOut() {
    for (int slot : new int[] {1, 2, 3, 1, 2}) {
      User leased = lease().orElseThrow();
      gate.giveBack(List.of(leased));

      assertThat(leased.slot()).isEqualTo(slot);
    }
  }

  @Test
  void leasesAsManyUsersAsAreAskedForOrNone() {
    List<User> two = gate.lease(target, 2, 2, _ -> 0).orElseThrow();

    assertThat(two).extracting(User::slot).containsExactly(1, 2);
    assertThat(gate.lease(target, 2, 2, _ -> 0)).isEmpty();
    assertThat(gate.lease(target, 1, 1, _ -> 0)).isPresent();
    gate.giveBack(two);
    assertThat(gate.lease(target, 2, 2, _ -> 0)).isPresent();
  }

  @Test
  void aRunThatOpensManySocketsNeedsRoomForAllOfThem() {
    Manners ten = new Manners(3, 10);
    gate.lease(target, 3, 8, _ -> 0);
    time.advance(Duration.ofSeconds(20));

    assertThat(gate.closed(ten, 2)).isEmpty();
    assertThat(gate.closed(ten, 3).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void refusesARunThatNoMinuteHasRoomFor() {
    assertThat(gate.closed(new Manners(3, 10), 11).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void anAccountLogsInOnceForAllOfItsUsers() {
    List<User> sessions = List.of(new User(1, 1, Map.of()), new User(2, 1, Map.of()));
    Target shared =
        Bench.probe("it", Cadence.onDemand(Bench.MINUTE), sessions, new Manners(2, 100)).target();
    for (int run = 0; run < 2; run++) {
      gate.giveBack(gate.lease(shared, 2, 2, _ -> 1).orElseThrow());
    }

    assertThat(gate.spent(shared, 2, _ -> 1)).isPresent();
    assertThat(gate.lease(shared, 1, 1, _ -> 1)).isEmpty();
  }

  @Test
  void theWindowOfTheBudgetSlides() {
    Manners two = new Manners(3, 2);
    lease();
    time.advance(Duration.ofSeconds(30));
    lease();
    assertThat(gate.closed(two, 1)).isPresent();

    time.advance(Duration.ofSeconds(30));
    assertThat(gate.closed(two, 1)).isEmpty();
    lease();

    assertThat(gate.closed(two, 1).orElseThrow().retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isForgottenOnlyWhenNothingWouldBeLost() {
    assertThat(gate.idle()).isTrue();
    User user = lease().orElseThrow();
    time.advance(Duration.ofMinutes(2));
    assertThat(gate.idle()).isFalse();
    gate.giveBack(List.of(user));
    gate.pause();
    assertThat(gate.idle()).isFalse();

    time.advance(Gate.PAUSE);

    assertThat(gate.idle()).isTrue();
  }

  @Test
  void usersLogInOnlySoOften() {
    for (int slot : new int[] {1, 2, 3, 1, 2, 3}) {
      User leased = lease(_ -> 1).orElseThrow();
      gate.giveBack(List.of(leased));
      assertThat(leased.slot()).isEqualTo(slot);
      time.advance(Duration.ofSeconds(10));
    }

    assertThat(lease(_ -> 1)).isEmpty();
    RunRequest.Refused refused = gate.spent(target, 1, _ -> 1).orElseThrow();
    assertThat(refused.reason()).isEqualTo(SkipReason.BUDGET);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(9));

    time.advance(Duration.ofMinutes(9));
    assertThat(gate.spent(target, 1, _ -> 1)).isEmpty();
    assertThat(lease(_ -> 1).map(User::slot)).contains(1);
  }

  @Test
  void usersWhoNeedNoLoginAreNeverTooMany() {
    for (int i = 0; i < 20; i++) {
      gate.giveBack(List.of(lease(user -> user.slot() == 2 ? 0 : 1).orElseThrow()));
    }

    assertThat(gate.spent(target, 1, user -> user.slot() == 2 ? 0 : 1)).isEmpty();
    assertThat(lease(user -> user.slot() == 2 ? 0 : 1).map(User::slot)).contains(2);
  }

  @Test
  void aRunThatLogsInTwiceNeedsBothLogins() {
    assertThat(lease(_ -> 2).map(User::slot)).contains(1);
    gate.giveBack(users);
    assertThat(lease(_ -> 1).map(User::slot)).contains(2);
    gate.giveBack(users);

    assertThat(lease(_ -> 2).map(User::slot)).contains(3);
    gate.giveBack(users);
    assertThat(lease(_ -> 2)).isEmpty();
    assertThat(lease(_ -> 1).map(User::slot)).contains(2);
  }

  private Optional<User> lease() {
    return lease(_ -> 0);
  }

  private Optional<User> lease(ToIntFunction<User> logins) {
    return gate.lease(target, 1, 1, logins).map(List::getFirst);
  }
}

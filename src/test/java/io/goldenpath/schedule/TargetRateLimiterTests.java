package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TargetRateLimiterTests {

  private final ManualTime time = new ManualTime();
  private final TargetRateLimiter rateLimiter = new TargetRateLimiter(time, new AccountLeases());
  private final List<User> users =
      List.of(new User(1, 1, Map.of()), new User(2, 2, Map.of()), new User(3, 3, Map.of()));
  private final TargetAccounts accounts =
      TargetAccounts.of(
          ScheduleFixture.probe(
                  "it", Cadence.onDemand(ScheduleFixture.MINUTE), users, new RateLimits(2, 100))
              .target());

  @Test
  void usersTakeTurnsSoThatNoneIsWornOut() {
    for (int slot : new int[] {1, 2, 3, 1, 2}) {
      User leased = lease().orElseThrow();
      rateLimiter.release(accounts, List.of(leased));

      assertThat(leased.slot()).isEqualTo(slot);
    }
  }

  @Test
  void leasesAsManyUsersAsAreAskedForOrNone() {
    List<User> two = rateLimiter.lease(accounts, 2, 2, _ -> Optional.empty()).orElseThrow();

    assertThat(two).extracting(User::slot).containsExactly(1, 2);
    assertThat(rateLimiter.lease(accounts, 2, 2, _ -> Optional.empty())).isEmpty();
    assertThat(rateLimiter.lease(accounts, 1, 1, _ -> Optional.empty())).isPresent();
    rateLimiter.release(accounts, two);
    assertThat(rateLimiter.lease(accounts, 2, 2, _ -> Optional.empty())).isPresent();
  }

  @Test
  void aRunThatOpensManySocketsNeedsRoomForAllOfThem() {
    RateLimits ten = new RateLimits(3, 10);
    rateLimiter.lease(accounts, 3, 8, _ -> Optional.empty());
    time.advance(Duration.ofSeconds(20));

    assertThat(rateLimiter.postponed(ten, 2)).isEmpty();
    assertThat(rateLimiter.postponed(ten, 3).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void refusesARunThatNoMinuteHasRoomFor() {
    assertThat(rateLimiter.postponed(new RateLimits(3, 10), 11).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theWindowOfTheBudgetSlides() {
    RateLimits two = new RateLimits(3, 2);
    lease();
    time.advance(Duration.ofSeconds(30));
    lease();
    assertThat(rateLimiter.postponed(two, 1)).isPresent();

    time.advance(Duration.ofSeconds(30));
    assertThat(rateLimiter.postponed(two, 1)).isEmpty();
    lease();

    assertThat(rateLimiter.postponed(two, 1).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isForgottenOnlyWhenNothingWouldBeLost() {
    assertThat(rateLimiter.isIdle()).isTrue();
    User user = lease().orElseThrow();
    time.advance(Duration.ofMinutes(2));
    assertThat(rateLimiter.isIdle()).isFalse();
    rateLimiter.release(accounts, List.of(user));
    rateLimiter.backOff(new Backoff(Backoff.DEFAULT, "it sheds load"));
    assertThat(rateLimiter.isIdle()).isFalse();

    time.advance(Backoff.DEFAULT);

    assertThat(rateLimiter.isIdle()).isTrue();
  }

  @Test
  void usersWhoMustNotLogInAreSkipped() {
    Function<User, Optional<Postponement>> waits =
        user -> user.slot() == 2 ? Optional.empty() : Optional.of(spent(9));

    assertThat(lease(waits).map(User::slot)).contains(2);
    assertThat(lease(waits)).isEmpty();
    assertThat(TargetRateLimiter.loginPostponed(users, 1, waits)).isEmpty();
  }

  @Test
  void saysWhenAsManyUsersAsARunNeedsMayLogIn() {
    Function<User, Optional<Postponement>> waits = user -> Optional.of(spent(10 - user.slot()));

    assertThat(TargetRateLimiter.loginPostponed(users, 1, waits)).contains(spent(7));
    assertThat(TargetRateLimiter.loginPostponed(users, 2, waits)).contains(spent(8));
  }

  private static Postponement spent(int minutes) {
    return new Postponement(SkipReason.BUDGET, "spent", Duration.ofMinutes(minutes));
  }

  private Optional<User> lease() {
    return lease(_ -> Optional.empty());
  }

  private Optional<User> lease(Function<User, Optional<Postponement>> logins) {
    return rateLimiter.lease(accounts, 1, 1, logins).map(List::getFirst);
  }
}

package io.goldenpath.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
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
  private final TargetRateLimiter rateLimiter = new TargetRateLimiter(time);
  private final List<User> users =
      List.of(new User(1, 1, Map.of()), new User(2, 2, Map.of()), new User(3, 3, Map.of()));
  private final Target target =
      ScheduleFixture.probe(
              "it", Cadence.onDemand(ScheduleFixture.MINUTE), users, new RateLimits(2, 100))
          .target();

  @Test
  void usersTakeTurnsSoThatNoneIsWornOut() {
    for (int slot : new int[] {1, 2, 3, 1, 2}) {
      User leased = lease().orElseThrow();
      rateLimiter.release(List.of(leased));

      assertThat(leased.slot()).isEqualTo(slot);
    }
  }

  @Test
  void leasesAsManyUsersAsAreAskedForOrNone() {
    List<User> two = rateLimiter.lease(target, 2, 2, _ -> Duration.ZERO).orElseThrow();

    assertThat(two).extracting(User::slot).containsExactly(1, 2);
    assertThat(rateLimiter.lease(target, 2, 2, _ -> Duration.ZERO)).isEmpty();
    assertThat(rateLimiter.lease(target, 1, 1, _ -> Duration.ZERO)).isPresent();
    rateLimiter.release(two);
    assertThat(rateLimiter.lease(target, 2, 2, _ -> Duration.ZERO)).isPresent();
  }

  @Test
  void aRunThatOpensManySocketsNeedsRoomForAllOfThem() {
    RateLimits ten = new RateLimits(3, 10);
    rateLimiter.lease(target, 3, 8, _ -> Duration.ZERO);
    time.advance(Duration.ofSeconds(20));

    assertThat(rateLimiter.refusal(ten, 2)).isEmpty();
    assertThat(rateLimiter.refusal(ten, 3).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void refusesARunThatNoMinuteHasRoomFor() {
    assertThat(rateLimiter.refusal(new RateLimits(3, 10), 11).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theWindowOfTheBudgetSlides() {
    RateLimits two = new RateLimits(3, 2);
    lease();
    time.advance(Duration.ofSeconds(30));
    lease();
    assertThat(rateLimiter.refusal(two, 1)).isPresent();

    time.advance(Duration.ofSeconds(30));
    assertThat(rateLimiter.refusal(two, 1)).isEmpty();
    lease();

    assertThat(rateLimiter.refusal(two, 1).orElseThrow().retryAfter())
        .isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void isForgottenOnlyWhenNothingWouldBeLost() {
    assertThat(rateLimiter.isIdle()).isTrue();
    User user = lease().orElseThrow();
    time.advance(Duration.ofMinutes(2));
    assertThat(rateLimiter.isIdle()).isFalse();
    rateLimiter.release(List.of(user));
    rateLimiter.backOff();
    assertThat(rateLimiter.isIdle()).isFalse();

    time.advance(TargetRateLimiter.BACKOFF);

    assertThat(rateLimiter.isIdle()).isTrue();
  }

  @Test
  void usersWhoMustNotLogInAreSkipped() {
    Function<User, Duration> waits = user -> Duration.ofMinutes(user.slot() == 2 ? 0 : 9);

    assertThat(lease(waits).map(User::slot)).contains(2);
    assertThat(lease(waits)).isEmpty();
    assertThat(rateLimiter.loginRefusal(target, 1, waits)).isEmpty();
  }

  @Test
  void saysWhenTheFirstUserMayLogIn() {
    RunAdmission.Refused refused =
        rateLimiter
            .loginRefusal(target, 1, user -> Duration.ofMinutes(10 - user.slot()))
            .orElseThrow();

    assertThat(refused.reason()).isEqualTo(SkipReason.BUDGET);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(7));
  }

  private Optional<User> lease() {
    return lease(_ -> Duration.ZERO);
  }

  private Optional<User> lease(Function<User, Duration> logins) {
    return rateLimiter.lease(target, 1, 1, logins).map(List::getFirst);
  }
}

package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenPoolTests {

  private static final Target SHOP = target("https://auth.example.com/login");
  private static final User ANNA = user(1, "anna");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
  private static final long LONG = Duration.ofSeconds(5).toNanos();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final TokenPool pool =
      new TokenPool(now::get, () -> ChronoUnit.NANOS.between(NOON, now.get()));
  private int calls;

  @Test
  void handsOutATokenUntilShortlyBeforeItsEnd() {
    pool.keep(SHOP, ANNA, session(NOON.plusSeconds(900)));

    now.set(NOON.plusSeconds(869));
    assertThat(pool.reusable(SHOP, ANNA)).isPresent();
    now.set(NOON.plusSeconds(870));
    assertThat(pool.reusable(SHOP, ANNA)).isEmpty();
  }

  @Test
  void keepsAShorterMarginForAShorterLife() {
    pool.keep(SHOP, ANNA, session(NOON.plusSeconds(60)));

    now.set(NOON.plusSeconds(53));
    assertThat(pool.reusable(SHOP, ANNA)).isPresent();
    now.set(NOON.plusSeconds(54));
    assertThat(pool.reusable(SHOP, ANNA)).isEmpty();
  }

  @Test
  void trustsATokenThatDoesNotSayItsEndForFiveMinutes() {
    pool.keep(SHOP, ANNA, session(null));

    now.set(NOON.plus(Duration.ofMinutes(5)).minusMillis(1));
    assertThat(pool.reusable(SHOP, ANNA)).isPresent();
    now.set(NOON.plus(Duration.ofMinutes(5)));
    assertThat(pool.reusable(SHOP, ANNA)).isEmpty();
  }

  @Test
  void givesNobodyAnothersToken() {
    pool.keep(SHOP, ANNA, session(null));

    assertThat(pool.reusable(SHOP, user(1, "bert"))).isEmpty();
    assertThat(pool.reusable(SHOP, user(2, "anna"))).isPresent();
    assertThat(pool.reusable(target("https://other.example.com/login"), ANNA)).isEmpty();
  }

  @Test
  void forgetsATokenThatWasRefused() {
    LoginResult.Session refused = session(null);
    pool.keep(SHOP, ANNA, refused);

    pool.refused(SHOP, ANNA, refused.token());

    assertThat(pool.reusable(SHOP, ANNA)).isEmpty();
  }

  @Test
  void keepsTheTokenThatAnotherRunGotMeanwhile() {
    LoginResult.Session newer = LoginResult.Session.of(IssuedToken.opaque(Secret.of("newer")));
    pool.keep(SHOP, ANNA, newer);

    pool.refused(SHOP, ANNA, session(null).token());

    assertThat(pool.reusable(SHOP, ANNA).orElseThrow().session()).isEqualTo(newer);
  }

  @Test
  void forgetsEveryTokenOfAUserWhoLoggedOut() {
    pool.keep(SHOP, ANNA, session(null));

    pool.drop(SHOP, ANNA);

    assertThat(pool.reusable(SHOP, ANNA)).isEmpty();
  }

  @Test
  void logsInAnewEveryFiveMinutesWithThreeLoginsInTen() throws Exception {
    for (int minute = 0; minute <= 20; minute++) {
      now.set(NOON.plus(Duration.ofMinutes(minute)));
      assertThat(waitFor(SHOP, ANNA, 0, false)).isZero();
      logIn(null);
    }

    assertThat(calls).isEqualTo(5);
  }

  @Test
  void isNotLateBecauseALoginTookItsTime() throws Exception {
    pool.logIn(
        SHOP,
        ANNA,
        LONG,
        () -> {
          now.set(NOON.plusSeconds(4));
          return result(null);
        });

    now.set(NOON.plus(Duration.ofMinutes(5)).minusSeconds(2));

    assertThat(logIn(null)).isInstanceOf(LoginResult.Session.class);
  }

  @Test
  void asksALoginNothingThatWantsToBeLeftAlone() throws Exception {
    Target twin = new Target("twin", SHOP.access(), SHOP.users(), "d", "c", SHOP.rateLimits());
    Duration asked = Duration.ofMinutes(20);
    pool.logInUncached(
        SHOP, ANNA, () -> new LoginResult.Failure(FindingKind.SHED, "a login", "later", asked));
    now.set(NOON.plus(Duration.ofMinutes(15)));

    assertThat(pool.postponed(twin, ANNA, 0, true))
        .contains(
            new Postponement(
                SkipReason.BACKING_OFF,
                "the login asked to be left alone (Retry-After)",
                Duration.ofMinutes(5)));
    now.set(NOON.plus(asked));
    assertThat(pool.postponed(twin, ANNA, 0, false)).isEmpty();
  }

  @Test
  void saysWhichKeysChangeIt() throws Exception {
    logIn(FindingKind.LOGIN_FAILED);
    logIn(FindingKind.LOGIN_FAILED);
    assertThat(pool.postponed(SHOP, ANNA, 0, false).orElseThrow().why())
        .isEqualTo(
            "the run needs a new login, and manners.logins (3 in 10 min, one kept back) allows one"
                + " each 5 min; raise it, run less often (every), list more users, or let tokens"
                + " live longer");

    logIn(FindingKind.LOGIN_FAILED);
    assertThat(pool.postponed(SHOP, ANNA, 0, true).orElseThrow().why())
        .startsWith("the account has spent manners.logins (3 in 10 min); raise it");
  }

  @Test
  void letsAnAccountLogInOnceAtATime() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<LoginResult> first =
          threads.submit(() ->
              pool.logIn(
                  SHOP,
                  ANNA,
                  LONG,
                  () -> {
                    inside.countDown();
                    goOn.await();
                    return result(null);
                  }));
      inside.await();
      Future<LoginResult> second =
          threads.submit(() -> pool.logIn(SHOP, user(2, "anna"), LONG, () -> result(null)));
      goOn.countDown();

      assertThat(first.get()).isInstanceOf(LoginResult.Session.class);
      assertThat(second.get()).isInstanceOf(LoginResult.Reused.class);
    }
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void saysHowOldAReusedTokenIs() throws Exception {
    logIn(null);
    now.set(NOON.plusSeconds(180));

    LoginResult.Reused reused = (LoginResult.Reused) logIn(null);

    assertThat(reused.age()).isEqualTo(Duration.ofMinutes(3));
    assertThat(reused.failure()).isNull();
  }

  @Test
  void goesOnWithTheOlderTokenWhenALoginFails() throws Exception {
    logIn(null);
    now.set(NOON.plusSeconds(300));

    LoginResult.Reused older = (LoginResult.Reused) logIn(FindingKind.LOGIN_FAILED);

    assertThat(older.age()).isEqualTo(Duration.ofMinutes(5));
    assertThat(older.failure()).isNotNull();
  }

  @Test
  void confirmsAFirstFailureAtOnceAndSpreadsTheNext() throws Exception {
    logIn(FindingKind.LOGIN_REFUSED);
    assertThat(waitFor(SHOP, ANNA, 0, false)).isZero();

    logIn(FindingKind.LOGIN_REFUSED);
    assertThat(waitFor(SHOP, ANNA, 0, false)).isEqualTo(Duration.ofMinutes(5).minusSeconds(5));
    assertThat(waitFor(SHOP, ANNA, 0, true)).isZero();
  }

  @Test
  void pausesAfterFiveRefusalsUnlessARunIsRequested() throws Exception {
    for (int i = 0; i < 5; i++) {
      now.set(NOON.plus(Duration.ofMinutes(11L * i)));
      logIn(FindingKind.LOGIN_REFUSED);
    }

    assertThat(waitFor(SHOP, ANNA, 0, false)).isEqualTo(Duration.ofMinutes(15));
    assertThat(waitFor(SHOP, ANNA, 0, true)).isZero();

    now.set(now.get().plus(Duration.ofMinutes(15)));
    assertThat(waitFor(SHOP, ANNA, 0, false)).isZero();
  }

  @Test
  void countsAnAccountAcrossTargets() throws Exception {
    Target twin = new Target("twin", SHOP.access(), SHOP.users(), "d", "c", SHOP.rateLimits());
    for (int i = 0; i < 3; i++) {
      pool.logInUncached(SHOP, ANNA, () -> result(null));
    }

    assertThat(waitFor(twin, user(2, "anna"), 0, true)).isEqualTo(Duration.ofMinutes(10));
    assertThat(waitFor(twin, user(1, "bert"), 0, true)).isZero();
  }

  @Test
  void countsNoLoginThatNeverReachedItsServer() throws Exception {
    for (int i = 0; i < 4; i++) {
      logIn(FindingKind.DNS_FAILED);
    }

    assertThat(waitFor(SHOP, ANNA, 0, false)).isZero();
    assertThat(calls).isEqualTo(4);
  }

  @Test
  void waitsUntilTheBudgetHasRoomForAllLoginsOfARun() throws Exception {
    logIn(null);
    now.set(NOON.plusSeconds(60));
    logIn(null);

    assertThat(waitFor(SHOP, ANNA, 2, true)).isZero();
    assertThat(waitFor(SHOP, ANNA, 3, true)).isEqualTo(Duration.ofMinutes(9));
  }

  private Duration waitFor(Target target, User user, int extra, boolean requested) {
    return pool.postponed(target, user, extra, requested)
        .map(Postponement::retryAfter)
        .orElse(Duration.ZERO);
  }

  private LoginResult logIn(@Nullable FindingKind failure) throws InterruptedException {
    return pool.logIn(SHOP, ANNA, LONG, () -> result(failure));
  }

  private LoginResult result(@Nullable FindingKind failure) {
    calls++;
    return failure == null
        ? session(MIDNIGHT)
        : new LoginResult.Failure(failure, "a login", "it failed");
  }

  private static LoginResult.Session session(@Nullable Instant expires) {
    return LoginResult.Session.of(new IssuedToken(Secret.of("t"), "anna", expires, null));
  }

  private static Target target(String login) {
    return YamlTargetRunner.setup(
            """
            login: { type: password, url: "%s" }
            socket: { url: "wss://api.example.com/ws" }
            users: [ { email: anna@example.com, password: s3cret-word } ]
            """
                .formatted(login))
        .probe()
        .target();
  }

  private static User user(int slot, String name) {
    return new User(slot, slot, Map.of("email", Secret.of(name)));
  }
}

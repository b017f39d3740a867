package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenPoolTests {

  private static final Login LOGIN = new Login.StaticToken("sub");
  private static final User ANNA = user(1, "anna");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final TokenPool pool = new TokenPool(now::get);

  @Test
  void handsOutATokenUntilShortlyBeforeItsEnd() {
    pool.keep(LOGIN, ANNA, session(NOON.plusSeconds(900)));

    now.set(NOON.plusSeconds(869));
    assertThat(pool.reusable(LOGIN, ANNA)).isPresent();
    now.set(NOON.plusSeconds(870));
    assertThat(pool.reusable(LOGIN, ANNA)).isEmpty();
  }

  @Test
  void keepsAShorterMarginForAShorterLife() {
    pool.keep(LOGIN, ANNA, session(NOON.plusSeconds(60)));

    now.set(NOON.plusSeconds(53));
    assertThat(pool.reusable(LOGIN, ANNA)).isPresent();
    now.set(NOON.plusSeconds(54));
    assertThat(pool.reusable(LOGIN, ANNA)).isEmpty();
  }

  @Test
  void trustsATokenThatDoesNotSayItsEndForFiveMinutes() {
    pool.keep(LOGIN, ANNA, session(null));

    now.set(NOON.plus(Duration.ofMinutes(5)).minusMillis(1));
    assertThat(pool.reusable(LOGIN, ANNA)).isPresent();
    now.set(NOON.plus(Duration.ofMinutes(5)));
    assertThat(pool.reusable(LOGIN, ANNA)).isEmpty();
  }

  @Test
  void givesNobodyAnothersToken() {
    pool.keep(LOGIN, ANNA, session(null));

    assertThat(pool.reusable(LOGIN, user(1, "bert"))).isEmpty();
    assertThat(pool.reusable(LOGIN, user(2, "anna"))).isPresent();
    assertThat(pool.reusable(new Login.StaticToken("uid"), ANNA)).isEmpty();
  }

  @Test
  void forgetsATokenThatWasRefused() {
    pool.keep(LOGIN, ANNA, session(null));

    pool.drop(LOGIN, ANNA);

    assertThat(pool.reusable(LOGIN, ANNA)).isEmpty();
  }

  @Test
  void letsAnAccountLogInOnceAtATime() {
    assertThat(pool.loginLock(LOGIN, ANNA)).isSameAs(pool.loginLock(LOGIN, user(2, "anna")));
    assertThat(pool.loginLock(LOGIN, ANNA)).isNotSameAs(pool.loginLock(LOGIN, user(2, "bert")));
  }

  private static LoginResult.Session session(@Nullable Instant expires) {
    return LoginResult.Session.of(new IssuedToken(Secret.of("t"), "anna", expires));
  }

  private static User user(int slot, String name) {
    return new User(slot, slot, Map.of("email", Secret.of(name)));
  }
}

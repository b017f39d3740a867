package io.goldenpath.cases;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Tokens that are refused when they come again: that blames nobody until a new one was tried. */
final class TokenReuseCases {

  private TokenReuseCases() {}

  static Stream<PlatformCase> cases() {
    TokenForm once = TokenForm.opaque(TokenForm.LIFE).then(token -> token.usable(1));
    return Stream.of(
        twice("opaque-reused", TokenForm.opaque(TokenForm.LIFE))
            .expect(Expected.passes().logins(1)),
        twice("opaque-once", once).expect(Expected.passes().logins(2)),
        twice("opaque-once-told-longer", once.then(token -> token.telling("expires_in", 86_400)))
            .expect(Expected.passes().logins(2)),
        twice("jwt-once", TokenForm.jwt(TokenForm.LIFE).then(token -> token.usable(1)))
            .expect(Expected.passes().logins(2)),
        twice("opaque-once-subprotocol", once)
            .with("socket.token-in", "subprotocol")
            .expect(Expected.passes().logins(2)),
        twice("opaque-1s", TokenForm.opaque(Duration.ofMillis(900)))
            .runs(3)
            .expect(Expected.passes()),
        twice(
                "opaque-1s-told",
                TokenForm.opaque(Duration.ofMillis(900))
                    .then(token -> token.telling("expires_in", 1)))
            .runs(3)
            .expect(Expected.passes()),
        twice("then-never-again", firstOnly())
            .expect(Expected.fails("auth_refused", "connect").logins(2)),
        byFrame("opaque-once-by-frame", once).expect(Expected.passes().logins(2)),
        byFrame("then-never-again-by-frame", firstOnly())
            .expect(Expected.fails("auth_refused", "welcome").logins(2)),
        together(twice("isolation-opaque-once", once)).expect(Expected.passes().logins(4)),
        together(byFrame("isolation-opaque-once-by-frame", once))
            .expect(Expected.passes().logins(4)),
        together(byFrame("isolation-never-again-by-frame", firstTwo()))
            .expect(Expected.fails("auth_refused", "welcome").logins(4)));
  }

  private static PlatformCase together(PlatformCase one) {
    return one.with("users[1].email", "probe-b@example.com")
        .with("users[1].password", "pass-of-probe-b")
        .with("journeys.isolation.users", "2")
        .with("journeys.isolation.every", "1m");
  }

  /** Lets everybody in, and then says by a frame whose token it does not take. */
  private static PlatformCase byFrame(String name, TokenForm form) {
    return twice(name, form).that(PlatformBehaviour::refusingByFrame);
  }

  /** The first token is good once, and all later ones never. */
  private static TokenForm firstOnly() {
    return goodOnce(1);
  }

  private static TokenForm firstTwo() {
    return goodOnce(2);
  }

  private static TokenForm goodOnce(int tokens) {
    AtomicInteger issued = new AtomicInteger();
    return TokenForm.opaque(TokenForm.LIFE)
        .then(token -> token.usable(issued.getAndIncrement() < tokens ? 1 : 0));
  }

  private static PlatformCase twice(String name, TokenForm form) {
    return PlatformCase.of(name).runs(2).that(good -> good.token(form));
  }
}

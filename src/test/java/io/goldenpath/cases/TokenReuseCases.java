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
            .expect(Expected.fails("auth_refused", "connect").logins(2)));
  }

  /** The first token is good once, and all later ones never. */
  private static TokenForm firstOnly() {
    AtomicInteger issued = new AtomicInteger();
    return TokenForm.opaque(TokenForm.LIFE)
        .then(token -> token.usable(issued.getAndIncrement() == 0 ? 1 : 0));
  }

  private static PlatformCase twice(String name, TokenForm form) {
    return PlatformCase.of(name).runs(2).that(good -> good.token(form));
  }
}

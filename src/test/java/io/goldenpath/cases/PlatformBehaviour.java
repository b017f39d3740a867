package io.goldenpath.cases;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything that may differ from one platform to the next.
 *
 * @param subjects Ids of its two users.
 * @param login Changes the login's reply.
 * @param token What its tokens look like.
 * @param check Whom it lets in.
 * @param upgrade How it answers whom it lets in.
 * @param speech What it says then.
 * @param clockShift How far its clock is ahead.
 */
record PlatformBehaviour(
    List<Object> subjects,
    LoginAnswer login,
    TokenForm token,
    UpgradeCheck check,
    UpgradeReply upgrade,
    AgentSpeech speech,
    Duration clockShift) {

  static final PlatformBehaviour GOOD =
      new PlatformBehaviour(
          List.of("user-of-probe-a", "user-of-probe-b"),
          (_, reply) -> reply,
          TokenForm.jwt(TokenForm.LIFE),
          UpgradeCheck.TOKEN,
          UpgradeReply.PLAIN,
          AgentSpeech.PLAIN,
          Duration.ZERO);

  /** Answers a call before the socket, given what would be right. */
  @FunctionalInterface
  interface LoginAnswer {
    LoginReply to(HttpRequest request, LoginReply good);
  }

  PlatformBehaviour subjects(Object first, Object second) {
    return new PlatformBehaviour(
        List.of(first, second), login, token, check, upgrade, speech, clockShift);
  }

  PlatformBehaviour login(UnaryOperator<LoginReply> change) {
    return answering((_, reply) -> change.apply(reply));
  }

  PlatformBehaviour answering(LoginAnswer other) {
    return new PlatformBehaviour(subjects, other, token, check, upgrade, speech, clockShift);
  }

  PlatformBehaviour token(TokenForm other) {
    return new PlatformBehaviour(subjects, login, other, check, upgrade, speech, clockShift);
  }

  PlatformBehaviour check(UpgradeCheck other) {
    return new PlatformBehaviour(subjects, login, token, other, upgrade, speech, clockShift);
  }

  PlatformBehaviour upgrade(UpgradeReply other) {
    return new PlatformBehaviour(subjects, login, token, check, other, speech, clockShift);
  }

  PlatformBehaviour refusingByFrame() {
    return upgrade(upgrade.refusingByFrame());
  }

  PlatformBehaviour speech(AgentSpeech other) {
    return new PlatformBehaviour(subjects, login, token, check, upgrade, other, clockShift);
  }

  PlatformBehaviour clockShift(Duration other) {
    return new PlatformBehaviour(subjects, login, token, check, upgrade, speech, other);
  }
}

package io.goldenpath.journey.login;

import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is odd about the token of a login, which matters only where the socket refuses it. */
final class TokenFlaw {

  private final @Nullable String flaw;
  private boolean blamed;

  /** Null where nothing is odd. */
  TokenFlaw(@Nullable String flaw) {
    this.flaw = flaw;
  }

  /** A refusal by the socket is the token's where it is odd. */
  Optional<String> blaming(String refusal) {
    blamed |= flaw != null;
    return Optional.ofNullable(flaw)
        .map(odd -> refusal + "; the token that was issued is odd: " + odd);
  }

  /** A refusal in the stream is the token's where it is odd. */
  Finding explained(Finding refused) {
    if (refused.kind() != FindingKind.AUTH_REFUSED || refused.step() != Step.WELCOME) {
      return refused;
    }
    return blaming(refused.message())
        .map(message ->
            new Finding(
                FindingKind.TOKEN_INVALID,
                refused.severity(),
                Step.LOGIN,
                refused.event(),
                refused.slot(),
                message,
                refused.evidence()))
        .orElse(refused);
  }

  /** Tells of an odd token that was taken all the same. */
  void tell(UserRunRecorder recorder) {
    if (flaw != null && !blamed) {
      recorder
          .finding(FindingKind.TOKEN_INVALID)
          .in(Step.LOGIN)
          .as(Severity.INFO)
          .expected("a login that gives the user a token of their own")
          .says("The token that was issued is odd: %s", flaw);
    }
  }
}

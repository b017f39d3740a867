package io.goldenpath.probe;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a user gets what the socket asks for. */
public sealed interface Login {

  /** Nobody logs in: the socket is open to guests. */
  record None() implements Login {}

  /**
   * Each user has a token already.
   *
   * @param subjectClaim Claim of the token that names the user.
   */
  record Token(String subjectClaim) implements Login {}

  /**
   * We sign the token ourselves.
   *
   * @param signer What signs it.
   * @param lifetime How long it is good for.
   * @param claims Template of its claims in JSON, beside its times and its id.
   * @param subjectClaim Claim of the token that names the user.
   */
  record SelfSigned(TokenSigner signer, Duration lifetime, Secret claims, String subjectClaim)
      implements Login {}

  /**
   * One HTTP call or several, the last of which leaves the user logged in.
   *
   * @param calls Calls in their order; what they capture as {@code token} is the token.
   * @param refused When a reply says no; null for the usual statuses.
   * @param whose How the reply is held against the token.
   */
  record Exchange(List<Call> calls, @Nullable Condition refused, Whose whose) implements Login {

    public Exchange {
      calls = List.copyOf(calls);
    }
  }

  /**
   * Whose token it is, and for how long.
   *
   * @param subjectAt JSON pointer into the last reply to the user's id; null where it is not told.
   * @param subjectClaim Claim of the token that names the user.
   * @param expiresAt JSON pointer into the last reply to the token's end or lifetime, for tokens
   *     that do not say it themselves; null where it is not told.
   */
  record Whose(@Nullable String subjectAt, String subjectClaim, @Nullable String expiresAt) {

    /** What the token says of itself. */
    public static final Whose TOKENS_OWN = new Whose(null, "sub", null);
  }
}

package io.goldenpath.model.target;

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
  record StaticToken(String subjectClaim) implements Login {}

  /**
   * We sign the token ourselves.
   *
   * @param signer What signs it.
   * @param lifetime How long it is good for.
   * @param claims Template of its claims in JSON, beside its times and its id.
   * @param subjectClaim Claim of the token that names the user.
   */
  record SelfSignedJwt(TokenSigner signer, Duration lifetime, Secret claims, String subjectClaim)
      implements Login {}

  /**
   * One HTTP call or several, the last of which leaves the user logged in.
   *
   * @param requests Calls in their order; what they capture as {@code token} is the token.
   * @param refused When a reply says no; null for the usual statuses.
   * @param tokenMetadata How the reply is held against the token.
   */
  record HttpLogin(
      List<RequestTemplate> requests, @Nullable Condition refused, TokenMetadata tokenMetadata)
      implements Login {

    public HttpLogin {
      requests = List.copyOf(requests);
    }
  }

  /**
   * Whose token it is, and for how long.
   *
   * @param subjectPointer JSON pointer into the last reply to the user's id; null where it is not
   *     told.
   * @param subjectClaim Claim of the token that names the user.
   * @param expiryPointer JSON pointer into the last reply to the token's end or lifetime, for
   *     tokens that do not say it themselves; null where it is not told.
   */
  record TokenMetadata(
      @Nullable String subjectPointer, String subjectClaim, @Nullable String expiryPointer) {

    /** What the token says of itself. */
    public static final TokenMetadata FROM_TOKEN = new TokenMetadata(null, "sub", null);
  }
}

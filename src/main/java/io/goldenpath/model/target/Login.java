package io.goldenpath.model.target;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user gets what the socket asks for. */
public sealed interface Login {

  default List<RequestTemplate> requests() {
    return List.of();
  }

  /** Whether each user brings a token that no login replaces. */
  default boolean givenToken() {
    return this instanceof StaticToken;
  }

  /** Whether nobody has a token. */
  default boolean guests() {
    return this instanceof None;
  }

  /** A token of these claims, a JSON object, signed by the login's own key; empty without one. */
  default Optional<Secret> sign(String claims) {
    return this instanceof SelfSignedJwt jwt
        ? Optional.of(jwt.signer().sign(claims))
        : Optional.empty();
  }

  /** Nobody logs in: the socket is open to guests. */
  record None() implements Login {}

  /** Each user has a token already; its {@code subjectClaim} names the user. */
  record StaticToken(String subjectClaim) implements Login {}

  /**
   * We sign the token ourselves.
   *
   * @param claims Template of its claims in JSON, beside its times and its id.
   */
  record SelfSignedJwt(TokenSigner signer, Duration lifetime, Secret claims, String subjectClaim)
      implements Login {}

  /**
   * One HTTP call or several, the last of which leaves the user logged in.
   *
   * @param requests Calls in their order; what they capture as {@code token} is the token.
   * @param refused When a reply says no; null for the usual statuses.
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
   * @param subjectPointer JSON pointer into the last reply to the user's id; null where not told.
   * @param expiryPointer JSON pointer into the last reply to the token's end or lifetime, for
   *     tokens that do not say it themselves; null where it is not told.
   */
  record TokenMetadata(
      @Nullable String subjectPointer, String subjectClaim, @Nullable String expiryPointer) {

    public static final TokenMetadata FROM_TOKEN = new TokenMetadata(null, "sub", null);
  }
}

package io.goldenpath.journey;

/** Every end that a login can have. */
sealed interface SignInResult {

  /** The user has a token, or needs none. */
  record SignedIn(Session session) implements SignInResult {}

  /** There is no token, and this is why. */
  record Refused(Setback why) implements SignInResult {}
}

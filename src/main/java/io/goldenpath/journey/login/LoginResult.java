package io.goldenpath.journey.login;

/** Every end that a login can have. */
public sealed interface LoginResult {

  /** The user has a token, or needs none. */
  record SignedIn(LoginSession session) implements LoginResult {}

  /** There is no token, and this is why. */
  record Refused(LoginFailure failure) implements LoginResult {}
}

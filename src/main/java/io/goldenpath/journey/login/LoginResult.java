package io.goldenpath.journey.login;

/** Outcome of a login. */
public sealed interface LoginResult {

  /** The user has a token, or needs none. */
  record SignedIn(LoginSession session) implements LoginResult {}

  /** There is no token, and this is why. */
  record Refused(LoginFailure failure) implements LoginResult {}
}

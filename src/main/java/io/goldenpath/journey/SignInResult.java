package io.goldenpath.journey;

import io.goldenpath.probe.FindingKind;

/** Every end that a login can have. */
sealed interface SignInResult {

  /** The user has a token, or needs none. */
  record SignedIn(IssuedToken token) implements SignInResult {}

  /** There is no token, and this is why. */
  record Refused(FindingKind kind, String expected, String message) implements SignInResult {}
}

package io.goldenpath.journey.login;

import io.goldenpath.wire.websocket.UpgradeCall;

/** How far a user came before the socket. */
public sealed interface PrepareResult {

  /** All is ready, and this is what to ask for. */
  record Ready(UpgradeCall upgrade) implements PrepareResult {}

  /** Not so far, and this is why. */
  record Failed(LoginFailure failure) implements PrepareResult {}
}

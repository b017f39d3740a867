package io.goldenpath.journey;

import io.goldenpath.wire.UpgradeCall;

/** How far a user came before the socket. */
sealed interface Door {

  /** All is ready, and this is what to ask for. */
  record Open(UpgradeCall upgrade) implements Door {}

  /** Not so far, and this is why. */
  record Shut(Setback why) implements Door {}
}

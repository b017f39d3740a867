package io.goldenpath.wire;

import io.netty.channel.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every end that the opening of a connection can have. */
sealed interface Opening {

  /** How far it came. */
  PhaseClock clock();

  /** Ready for HTTP. */
  record Open(Channel channel, PhaseClock clock, @Nullable Instant certificate)
      implements Opening {}

  /** Not reached. */
  record Closed(WireFailure failure, PhaseClock clock) implements Opening {}
}

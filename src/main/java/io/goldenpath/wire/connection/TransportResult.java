package io.goldenpath.wire.connection;

import io.netty.channel.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every end that the opening of a connection can have. */
public sealed interface TransportResult {

  /** How far it came. */
  ConnectPhaseTimer timer();

  /** Ready for HTTP. */
  record Opened(Channel channel, ConnectPhaseTimer timer, @Nullable Instant certificateExpiry)
      implements TransportResult {}

  /** Not reached. */
  record Failed(WireFailure failure, ConnectPhaseTimer timer) implements TransportResult {}
}

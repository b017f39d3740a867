package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.ClientMessage;
import io.goldenpath.demo.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Notices who sends more in a moment than anybody types. */
public final class BurstCounter {

  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final int MOST = 3;

  private Instant began = Instant.MIN;
  private int received;

  /** Plays this on the first message too many of a connection. */
  public static FaultHook exceeded(Script script) {
    Map<String, BurstCounter> counters = new ConcurrentHashMap<>();
    return new FaultHook.AtReceived(
        message ->
            message.message().kind() != ClientMessage.Kind.PONG
                && counters
                    .computeIfAbsent(message.user().connection(), _ -> new BurstCounter())
                    .exceeds(message.at()),
        script);
  }

  /** Whether this message is the first too many of its moment. */
  synchronized boolean exceeds(Instant now) {
    if (began.isBefore(now.minus(MOMENT))) {
      began = now;
      received = 0;
    }
    received++;
    return received == MOST + 1;
  }
}

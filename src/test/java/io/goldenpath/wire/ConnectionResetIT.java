package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection that we break off. */
class ConnectionResetIT {

  @Test
  void reachesTheServerAsAResetAndNotAsAnEnd() throws Exception {
    CompletableFuture<String> end = new CompletableFuture<>();
    try (WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
        RawServer server = RawServer.upgrading(peer -> end.complete(howItEnds(peer)))) {
      UpgradeCall call = new UpgradeCall(server.url("ws"), Map.of(), List.of(), 1024, Route.DIRECT);
      ConnectResult result =
          wire.connect(call, Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM));

      ((ConnectResult.Connected) result).socket().reset();

      assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo("Connection reset");
    }
  }

  private static String howItEnds(RawServer.Peer peer) {
    try {
      return peer.untilGone().length + " bytes and an end";
    } catch (IOException broken) {
      return String.valueOf(broken.getMessage());
    }
  }
}

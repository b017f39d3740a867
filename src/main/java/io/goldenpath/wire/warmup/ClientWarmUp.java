package io.goldenpath.wire.warmup;

import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WireClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the client's classes by calls to loopback servers, with TLS and without: else the first
 * runs would load them, a dozen at once, on the event loops.
 */
public final class ClientWarmUp {

  private static final Logger logger = LoggerFactory.getLogger(ClientWarmUp.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int ROUNDS = 3;
  private static final int SECURE_ROUNDS = 10;
  private static final int MAX_MESSAGE_BYTES = 1024;

  private ClientWarmUp() {}

  /** Returns in seconds, whatever fails; without TLS, for a process that makes a run or two. */
  public static void run(WireClient client, Stopwatch stopwatch) {
    attempt(() -> {
      Deadline deadline = Deadline.in(TIMEOUT, stopwatch);
      try (WarmUpServer server = WarmUpServer.plain()) {
        rounds(client, ROUNDS, "", server, deadline);
      }
    });
  }

  /**
   * The same with TLS, for a process in which many runs begin at once. The client's own trust ends
   * a handshake half-way; only a client that trusts the server gets through.
   */
  public static void runSecure(WireClient client, Stopwatch stopwatch) {
    attempt(() -> {
      Deadline deadline = Deadline.in(TIMEOUT, stopwatch);
      SelfSignedIdentity identity = SelfSignedIdentity.create();
      try (WarmUpServer newer = WarmUpServer.secure(identity, "TLSv1.3");
          WarmUpServer older = WarmUpServer.secure(identity, "TLSv1.2");
          WireClient trusting = WireClient.open("warm-up", identity.engines(), stopwatch)) {
        call(client, "s", newer, deadline);
        rounds(trusting, SECURE_ROUNDS, "s", newer, deadline);
        call(trusting, "s", older, deadline);
      }
    });
  }

  private static void attempt(Calls calls) {
    try {
      calls.make();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception unable) {
      logger.debug("Warm-up failed; the first run may be slower", unable);
    }
  }

  private interface Calls {
    void make() throws Exception;
  }

  private static void rounds(
      WireClient client, int rounds, String secure, WarmUpServer server, Deadline deadline)
      throws InterruptedException {
    for (int round = 0; round < rounds; round++) {
      call(client, secure, server, deadline);
      openAndClose(client, URI.create("ws" + secure + server.address()), deadline);
    }
  }

  private static void call(WireClient client, String secure, WarmUpServer server, Deadline deadline)
      throws InterruptedException {
    URI address = URI.create("http" + secure + server.address());
    client.exchange(new HttpCall("POST", address, Map.of(), "{}", Route.DIRECT), deadline);
  }

  private static void openAndClose(WireClient client, URI address, Deadline deadline)
      throws InterruptedException {
    UpgradeCall call =
        new UpgradeCall(address, Map.of(), List.of(), MAX_MESSAGE_BYTES, Route.DIRECT);
    if (client.connect(call, deadline) instanceof ConnectResult.Connected(var socket, _, _)) {
      socket.send("{}", deadline);
      socket.receive(deadline);
      socket.close(deadline);
    }
  }
}

package io.goldenpath;

import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.WarmUpServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks the demo target's path where nobody hears of it, so that no first run loads its classes.
 */
final class PathWarmUp {

  private static final Logger logger = LoggerFactory.getLogger(PathWarmUp.class);
  private static final int ROUNDS = 5;

  private PathWarmUp() {}

  static void run(WireClient wire, InstantSource clock, Stopwatch stopwatch) {
    try (WarmUpServer server = WarmUpServer.plain()) {
      Map<String, Object> variables =
          Map.of(
              "demo-port", server.port(),
              "demo-email-1", "a@example.com",
              "demo-password-1", "a",
              "demo-email-2", "b@example.com",
              "demo-password-2", "b");
      Journey path =
          new JourneyFactory(wire, clock, stopwatch)
              .create(SettingsLoader.demoTarget(variables).getFirst(), ProgressListener.NONE);
      for (int round = 0; round < ROUNDS; round++) {
        path.run(
            new RunInfo("warm-up", path.probe().id(), "local", Trigger.COMMAND, clock.instant()),
            path.probe().target().users());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException unable) {
      logger.debug("Warm-up failed; the first run may be slower", unable);
    }
  }
}

package io.goldenpath;

import io.goldenpath.settings.load.CurrentSettings;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has all probes watched before the server answers, so that no scrape is without their series. They
 * run once the schedule starts.
 */
@Component
final class ProbeRegistration implements SmartLifecycle {

  private final CurrentSettings current;
  private final WatchedProbes probes;
  private volatile boolean running;

  ProbeRegistration(CurrentSettings current, WatchedProbes probes) {
    this.current = current;
    this.probes = probes;
  }

  @Override
  public void start() {
    probes.replace(current.settings());
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After {@link VerdictRestoration}, and before the server. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}

package io.goldenpath.journey.recovery;

import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.DisconnectMode;
import io.goldenpath.model.run.EventArrival;
import java.util.List;
import java.util.Optional;

/** Malformed messages, a burst, a lost connection, quick reconnects; after each a golden path. */
public final class RecoveryRun {

  private final JourneySpec.Recovery spec;
  private final UserSession session;
  private final CurrentConnection connection;

  public RecoveryRun(JourneySpec.Recovery spec, UserSession session) {
    this.spec = spec;
    this.session = session;
    this.connection = new CurrentConnection(session, spec.sockets());
  }

  /** Returns the events of the agent's last run. */
  public List<EventArrival> run() throws InterruptedException {
    try {
      if (session.login().logIn()
          && connection.open()
          && robustness()
          && connectionLoss()
          && quickReconnects()) {
        connection.turn().close();
      }
    } finally {
      connection.closeNow();
    }
    return connection.events();
  }

  /** A golden path follows, unless nothing was sent and the connection is cut next anyway. */
  private boolean robustness() throws InterruptedException {
    RobustnessPhase phase = new RobustnessPhase(spec, session, connection);
    Optional<String> what = phase.describe();
    if (!phase.run()) {
      return false;
    }
    boolean asks = what.isPresent() || spec.disconnect() == DisconnectMode.NONE;
    return !asks || connection.askAndFollow(what.orElse(null));
  }

  private boolean connectionLoss() throws InterruptedException {
    return spec.disconnect() == DisconnectMode.NONE
        || !connection.mayReconnect()
        || new ConnectionLoss(spec, session, connection).run();
  }

  private boolean quickReconnects() throws InterruptedException {
    boolean ready = true;
    for (int i = 0; i < spec.reconnects() && ready && connection.mayReconnect(); i++) {
      connection.turn().close();
      ready = connection.reconnect(session.recorder().now());
    }
    return ready;
  }
}

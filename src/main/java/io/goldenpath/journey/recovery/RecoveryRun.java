package io.goldenpath.journey.recovery;

import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.JourneySpec.DisconnectMode;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.wire.websocket.UpgradeCall;
import java.util.List;
import java.util.Optional;

/** One user who says what nobody understands, loses the connection, and goes on all the same. */
final class RecoveryRun {

  private final RunContext context;
  private final JourneySpec.Recovery exercise;
  private final EarlierRunIds earlierRuns;
  private final UserSession session;
  private final ExpectedErrors expectedErrors = new ExpectedErrors();
  private final CurrentConnection connection;

  RecoveryRun(
      RunContext context,
      JourneySpec.Recovery exercise,
      EarlierRunIds earlierRuns,
      UserSession session) {
    this.context = context;
    this.exercise = exercise;
    this.earlierRuns = earlierRuns;
    this.session = session;
    this.connection =
        new CurrentConnection(context, session, earlierRuns, expectedErrors, exercise.sockets());
  }

  UserRun run() throws InterruptedException {
    Optional<UpgradeCall> upgrade = session.logIn();
    try {
      if (upgrade.isPresent()
          && connection.open(upgrade.get())
          && robustness()
          && connectionLoss()
          && quickReconnects()) {
        connection.turn().close();
      }
    } finally {
      connection.closeNow();
    }
    session.cleanUp();
    return session.result(connection.events());
  }

  List<Finding> findings() {
    return session.recorder().findings();
  }

  /** The connection serves a whole path afterwards, whether it will be cut or not. */
  private boolean robustness() throws InterruptedException {
    RobustnessPhase robustnessPhase =
        new RobustnessPhase(context, exercise, session, earlierRuns, expectedErrors, connection);
    Optional<String> what = robustnessPhase.describe();
    if (!robustnessPhase.run()) {
      return false;
    }
    boolean walks = what.isPresent() || exercise.disconnect() == DisconnectMode.NONE;
    return !walks || connection.askAndFollow(what.orElse(null));
  }

  private boolean connectionLoss() throws InterruptedException {
    return exercise.disconnect() == DisconnectMode.NONE
        || !connection.mayReconnect()
        || new ConnectionLoss(context, exercise, session, connection).run();
  }

  private boolean quickReconnects() throws InterruptedException {
    boolean ready = true;
    for (int i = 0; i < exercise.reconnects() && ready && connection.mayReconnect(); i++) {
      connection.turn().close();
      ready = connection.reconnect(session.recorder().now(), judgement -> judgement);
    }
    return ready;
  }
}

package io.goldenpath.demo.session;

import io.goldenpath.demo.script.AgentPace;
import io.goldenpath.demo.user.DemoAccounts;
import io.goldenpath.demo.user.DemoLog;
import java.time.Instant;

/** State that all connections share. */
public record DemoState(
    DemoAccounts accounts,
    DemoLog log,
    UserHistory history,
    ConnectedUsers connected,
    AgentPace pace,
    DemoTimer timer) {

  public Instant now() {
    return timer.now();
  }

  /** Whether the user is connected, or was until a few seconds ago. */
  public boolean hasSeen(String user) {
    return history.leftLately(user, now()) || !connected.of(user).isEmpty();
  }
}

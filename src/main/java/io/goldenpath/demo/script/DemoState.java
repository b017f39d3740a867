package io.goldenpath.demo.script;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * State that all connections share.
 *
 * @param connected Open connections; the container bounds their number.
 */
public record DemoState(
    DemoAccounts accounts,
    List<Consumer<DemoActivity>> listeners,
    UserHistory history,
    List<ConnectedUser> connected,
    AgentPace pace,
    DemoTimer timer) {

  public Instant now() {
    return timer.now();
  }

  public void tell(DemoActivity.Kind kind, String user, String detail) {
    DemoActivity activity = new DemoActivity(now(), kind, user, detail);
    listeners.forEach(listener -> listener.accept(activity));
  }

  public Stream<ConnectedUser> connected(String user) {
    return connected.stream().filter(one -> one.user().id().equals(user));
  }

  /** Whether the user is connected, or was until a few seconds ago. */
  public boolean hasSeen(String user) {
    return history.leftLately(user, now()) || connected(user).findAny().isPresent();
  }
}

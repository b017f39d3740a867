package io.goldenpath.demo.platform;

import org.jspecify.annotations.Nullable;

/**
 * To whom a behaviour is shown, and how often.
 *
 * @param user E-mail of an account, {@code guest}, or {@code unknown} for whoever has no readable
 *     token; null for everybody.
 * @param runs How many logins, welcomes or messages it takes effect on; null for no end.
 * @param connections How many connections from now on have it for as long as they last; null when
 *     connections are not counted.
 */
public record DemoScope(
    @Nullable String user, @Nullable Integer runs, @Nullable Integer connections) {

  public static final DemoScope EVERYBODY = new DemoScope(null, null, null);

  public DemoScope {
    if (runs != null && connections != null) {
      throw new IllegalArgumentException("either runs or connections can be counted, not both");
    }
    if ((runs != null && runs < 1) || (connections != null && connections < 1)) {
      throw new IllegalArgumentException("runs and connections count from 1");
    }
  }

  public static DemoScope user(String name) {
    return new DemoScope(name, null, null);
  }

  public DemoScope runs(int count) {
    return new DemoScope(user, count, null);
  }

  public DemoScope connections(int count) {
    return new DemoScope(user, null, count);
  }

  public boolean covers(String name) {
    return user == null || user.equals(name);
  }

  public boolean countsConnections() {
    return connections != null;
  }

  /** What is left of this scope after one use; null when it is used up. */
  @Nullable DemoScope used() {
    if (runs != null) {
      return runs == 1 ? null : runs(runs - 1);
    }
    if (connections != null) {
      return connections == 1 ? null : connections(connections - 1);
    }
    return this;
  }
}

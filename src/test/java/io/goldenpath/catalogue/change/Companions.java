package io.goldenpath.catalogue.change;

import io.goldenpath.demo.platform.ScriptContext;
import io.goldenpath.demo.script.ConnectedUser;
import io.goldenpath.demo.script.DemoState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the other users of a fault that takes two; waits a little while nobody is there. */
public final class Companions {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration INTERVAL = Duration.ofMillis(5);

  private Companions() {}

  /** Who follows this user among the accounts. */
  public static Optional<ConnectedUser> next(ScriptContext context) {
    return awaited(context, PATIENCE, () -> first(context, _ -> true));
  }

  /** The same, once that one has asked something; else whoever has; else whoever is there. */
  public static Optional<ConnectedUser> asker(ScriptContext context) {
    return awaited(
            context,
            PATIENCE,
            () -> first(context, _ -> true).filter(one -> one.question().isPresent()))
        .or(() -> first(context, one -> one.question().isPresent()))
        .or(() -> first(context, _ -> true));
  }

  /** The first who has asked something within so much time. */
  public static Optional<ConnectedUser> asker(ScriptContext context, Duration patience) {
    return awaited(context, patience, () -> first(context, one -> one.question().isPresent()));
  }

  /** Every connection that has been welcomed. */
  public static Stream<ConnectedUser> listening(ScriptContext context) {
    return context.state().connected().stream().filter(ConnectedUser::listens);
  }

  private static Optional<ConnectedUser> first(
      ScriptContext context, Predicate<ConnectedUser> wanted) {
    String user = context.user().id();
    DemoState state = context.state();
    // in the order of the accounts, so that the same user meets the same other first
    return Stream.concat(
            state.accounts().after(user).flatMap(one -> state.connected(one.id())),
            state.connected().stream())
        .filter(one -> !one.user().id().equals(user))
        .filter(wanted)
        .findFirst();
  }

  private static Optional<ConnectedUser> awaited(
      ScriptContext context, Duration patience, Supplier<Optional<ConnectedUser>> look) {
    Optional<ConnectedUser> found = look.get();
    for (Duration left = patience;
        left.isPositive() && found.isEmpty();
        left = left.minus(INTERVAL)) {
      context.state().timer().await(INTERVAL);
      found = look.get();
    }
    return found;
  }
}

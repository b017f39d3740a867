package io.goldenpath.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everybody who is connected; no more than the container lets in. */
final class Present {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final DemoAccounts accounts;
  private final Timing timing;
  private final Map<String, List<Conversation>> byUser = new ConcurrentHashMap<>();

  Present(DemoAccounts accounts, Timing timing) {
    this.accounts = accounts;
    this.timing = timing;
  }

  void enter(Conversation one) {
    byUser.merge(
        one.visitor().id(),
        List.of(one),
        (all, more) -> Stream.of(all, more).flatMap(List::stream).toList());
  }

  /** Whether it was here at all. */
  boolean leave(Conversation one) {
    boolean here = of(one.visitor().id()).contains(one);
    byUser.computeIfPresent(
        one.visitor().id(),
        (_, all) -> {
          List<Conversation> left = all.stream().filter(other -> other != one).toList();
          return left.isEmpty() ? null : left;
        });
    return here;
  }

  /** Every connection that has been welcomed. */
  Stream<Conversation> listening() {
    return all().filter(Conversation::listens);
  }

  /** Every connection of this user. */
  List<Conversation> of(String user) {
    return byUser.getOrDefault(user, List.of());
  }

  /** Who follows this user among the accounts; waits a little while nobody is there. */
  Optional<Other> companion(String user) {
    return waited(PATIENCE, () -> next(user, _ -> true)).map(Conversation::asOther);
  }

  /** The same, once that one has asked something; else whoever has; else whoever is there. */
  Optional<Other> asker(String user) {
    return waited(PATIENCE, () -> next(user, _ -> true).filter(Conversation::hasAsked))
        .or(() -> next(user, Conversation::hasAsked))
        .or(() -> next(user, _ -> true))
        .map(Conversation::asOther);
  }

  /** The first who has asked something within so much time. */
  Optional<Other> asker(String user, Duration patience) {
    return waited(patience, () -> next(user, Conversation::hasAsked)).map(Conversation::asOther);
  }

  private Stream<Conversation> all() {
    return byUser.values().stream().flatMap(Collection::stream);
  }

  private Optional<Conversation> waited(Duration patience, Supplier<Optional<Conversation>> look) {
    Optional<Conversation> found = look.get();
    for (Duration left = patience; left.isPositive() && found.isEmpty(); left = left.minus(LOOK)) {
      timing.await(LOOK);
      found = look.get();
    }
    return found;
  }

  /** In the order of the accounts, so that the same user always meets the same other. */
  private Optional<Conversation> next(String user, Predicate<Conversation> wanted) {
    return Stream.concat(accounts.after(user).flatMap(account -> of(account.id()).stream()), all())
        .filter(one -> !one.visitor().id().equals(user))
        .filter(wanted)
        .findFirst();
  }
}

package io.goldenpath.demo.session;

import io.goldenpath.demo.user.DemoAccounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Open connections by user; the container bounds their number. */
public final class ConnectedUsers {

  private final DemoAccounts accounts;
  private final Map<String, List<ConnectedUser>> byUser = new ConcurrentHashMap<>();

  public ConnectedUsers(DemoAccounts accounts) {
    this.accounts = accounts;
  }

  public void enter(ConnectedUser one) {
    byUser.merge(
        one.user().id(),
        List.of(one),
        (all, more) -> Stream.of(all, more).flatMap(List::stream).toList());
  }

  /** Whether it was there. */
  public boolean leave(ConnectedUser one) {
    boolean here = of(one.user().id()).contains(one);
    byUser.computeIfPresent(
        one.user().id(),
        (_, all) -> {
          List<ConnectedUser> left = all.stream().filter(other -> !other.equals(one)).toList();
          return left.isEmpty() ? null : left;
        });
    return here;
  }

  public List<ConnectedUser> of(String user) {
    return byUser.getOrDefault(user, List.of());
  }

  public Stream<ConnectedUser> all() {
    return byUser.values().stream().flatMap(Collection::stream);
  }

  /** In the order of the accounts, so that the same user meets the same other first. */
  public Stream<ConnectedUser> otherThan(String user) {
    return Stream.concat(accounts.after(user).flatMap(account -> of(account.id()).stream()), all())
        .filter(one -> !one.user().id().equals(user));
  }
}

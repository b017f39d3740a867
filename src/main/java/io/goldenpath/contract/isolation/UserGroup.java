package io.goldenpath.contract.isolation;

import io.goldenpath.model.target.CanonicalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users of a run, and which of them are sessions of one account. */
final class UserGroup {

  private final List<UserFrameLog> all;
  private final int[] accounts;
  private final Map<String, Integer> bySubject = new HashMap<>();

  UserGroup(List<UserFrameLog> all) {
    this.all = List.copyOf(all);
    this.accounts = new int[all.size()];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int user = 0; user < accounts.length; user++) {
      Participant who = all.get(user).participant();
      accounts[user] = numbers.computeIfAbsent(who.account(), _ -> numbers.size());
      if (who.subject() != null) {
        bySubject.putIfAbsent(CanonicalId.of(who.subject()), user);
      }
    }
  }

  int size() {
    return all.size();
  }

  List<UserFrameLog> all() {
    return all;
  }

  UserFrameLog user(int position) {
    return all.get(position);
  }

  int slot(int position) {
    return all.get(position).slot();
  }

  int account(int position) {
    return accounts[position];
  }

  boolean sameAccount(int user, int other) {
    return accounts[user] == accounts[other];
  }

  @Nullable Integer namedOwner(ReceivedFrame frame, int recipient) {
    for (String owner : frame.owners()) {
      Integer user = bySubject.get(owner);
      if (user != null && user != recipient && !sameAccount(user, recipient)) {
        return user;
      }
    }
    return null;
  }
}

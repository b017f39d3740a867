package io.goldenpath.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All users of a run, and which of them are sessions of one account. */
final class Company {

  private final List<Testimony> all;
  private final int[] accounts;
  private final Map<String, Integer> bySubject = new HashMap<>();

  Company(List<Testimony> all) {
    this.all = List.copyOf(all);
    this.accounts = new int[all.size()];
    Map<Object, Integer> numbers = new HashMap<>();
    for (int user = 0; user < accounts.length; user++) {
      Participant who = all.get(user).who();
      accounts[user] = numbers.computeIfAbsent(who.account(), _ -> numbers.size());
      if (who.subject() != null) {
        bySubject.putIfAbsent(who.subject(), user);
      }
    }
  }

  int size() {
    return all.size();
  }

  List<Testimony> all() {
    return all;
  }

  Testimony user(int place) {
    return all.get(place);
  }

  int slot(int place) {
    return all.get(place).slot();
  }

  int account(int place) {
    return accounts[place];
  }

  boolean same(int user, int other) {
    return accounts[user] == accounts[other];
  }

  /** A user of another account whom this frame names as its owner; null where it names none. */
  @Nullable Integer named(Utterance utterance, int hearer) {
    return named(utterance.owners(), hearer);
  }

  private @Nullable Integer named(Set<String> owners, int hearer) {
    String own = all.get(hearer).who().subject();
    for (String owner : owners) {
      Integer user = bySubject.get(owner);
      if (user != null && !owner.equals(own) && !same(user, hearer)) {
        return user;
      }
    }
    return null;
  }
}

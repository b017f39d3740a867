package io.goldenpath.demo;

import io.goldenpath.probe.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Everybody who may log in; made at the start, known to nobody else. */
public final class DemoAccounts {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<DemoAccount> accounts;

  private DemoAccounts(List<DemoAccount> accounts) {
    this.accounts = accounts;
  }

  static DemoAccounts make(int count) {
    return new DemoAccounts(
        IntStream.rangeClosed(1, count).mapToObj(DemoAccounts::account).toList());
  }

  /** All accounts: {@code probe-1@demo.example} first. */
  public List<DemoAccount> all() {
    return accounts;
  }

  /** The account of this number, from 1. */
  public DemoAccount number(int number) {
    return accounts.get(number - 1);
  }

  Optional<DemoAccount> login(String email, String password) {
    Secret offered = Secret.of(password);
    return accounts.stream()
        .filter(account -> account.email().equals(email) && account.password().equals(offered))
        .findFirst();
  }

  boolean knows(String email) {
    return accounts.stream().anyMatch(account -> account.email().equals(email));
  }

  Optional<DemoAccount> byId(String id) {
    return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /** Somebody else, to take the wrong name from. */
  DemoAccount otherThan(String id) {
    return accounts.stream()
        .filter(account -> !account.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("one account alone has nobody beside it"));
  }

  private static DemoAccount account(int number) {
    byte[] password = new byte[18];
    RANDOM.nextBytes(password);
    return new DemoAccount(
        UUID.randomUUID().toString(),
        "probe-" + number + "@demo.example",
        Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(password)));
  }
}

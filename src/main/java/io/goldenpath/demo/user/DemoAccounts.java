package io.goldenpath.demo.user;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accounts of the platform, made at the start with random passwords. */
public final class DemoAccounts {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<DemoAccount> accounts;
  private final Map<String, DemoAccount> byEmail = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();

  private DemoAccounts(List<DemoAccount> accounts) {
    this.accounts = accounts;
    for (int i = 0; i < accounts.size(); i++) {
      byEmail.put(accounts.get(i).email(), accounts.get(i));
      places.put(accounts.get(i).id(), i);
    }
  }

  public static DemoAccounts make(int count) {
    return new DemoAccounts(
        IntStream.rangeClosed(1, count).mapToObj(DemoAccounts::account).toList());
  }

  /** In order of their numbers. */
  public List<DemoAccount> all() {
    return accounts;
  }

  public DemoAccount number(int number) {
    return accounts.get(number - 1);
  }

  public Optional<DemoAccount> login(String email, String password) {
    return Optional.ofNullable(byEmail.get(email))
        .filter(account -> account.password().equals(password));
  }

  public boolean knows(String email) {
    return byEmail.containsKey(email);
  }

  public Optional<DemoAccount> byId(String id) {
    return Optional.ofNullable(places.get(id)).map(accounts::get);
  }

  public DemoAccount otherThan(String id) {
    return after(id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("one account alone has nobody beside it"));
  }

  /** All other accounts, beginning with the next one; all there are for an unknown id. */
  public Stream<DemoAccount> after(String id) {
    Integer place = places.get(id);
    return place == null
        ? accounts.stream()
        : Stream.concat(
            accounts.subList(place + 1, accounts.size()).stream(),
            accounts.subList(0, place).stream());
  }

  private static DemoAccount account(int number) {
    byte[] password = new byte[18];
    RANDOM.nextBytes(password);
    return new DemoAccount(
        UUID.randomUUID().toString(),
        "probe-" + number + "@demo.example",
        Base64.getUrlEncoder().withoutPadding().encodeToString(password));
  }
}

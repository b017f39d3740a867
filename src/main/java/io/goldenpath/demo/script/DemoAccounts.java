package io.goldenpath.demo.script;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Accounts of the platform in order of their numbers, made at the start with random passwords. */
public record DemoAccounts(List<DemoAccount> all) {

  private static final SecureRandom RANDOM = new SecureRandom();

  public static DemoAccounts make(int count) {
    return new DemoAccounts(
        IntStream.rangeClosed(1, count).mapToObj(DemoAccounts::account).toList());
  }

  public DemoAccount number(int number) {
    return all.get(number - 1);
  }

  public Optional<DemoAccount> login(String email, String password) {
    return first(one -> one.email().equals(email) && one.password().equals(password));
  }

  public boolean knows(String email) {
    return first(one -> one.email().equals(email)).isPresent();
  }

  public Optional<DemoAccount> byId(String id) {
    return first(one -> one.id().equals(id));
  }

  private Optional<DemoAccount> first(Predicate<DemoAccount> wanted) {
    return all.stream().filter(wanted).findFirst();
  }

  public DemoAccount otherThan(String id) {
    return after(id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("one account alone has nobody beside it"));
  }

  /** All other accounts, beginning with the next one; all there are for an unknown id. */
  public Stream<DemoAccount> after(String id) {
    int place = byId(id).map(all::indexOf).orElse(-1);
    return Stream.concat(all.stream().skip(place + 1L), all.stream().limit(Math.max(place, 0)));
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

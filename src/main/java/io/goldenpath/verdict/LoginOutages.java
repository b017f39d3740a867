package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.AccountKey;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts whose last new login failed, whichever probe made it: only a new login of the same
 * account ends it. Guarded by {@link VerdictBoard}.
 */
final class LoginOutages {

  private final Map<Account, FailingAccount> failing = new HashMap<>();

  private record Account(Login login, AccountKey key) {

    static Account of(Target target, User user) {
      return new Account(target.access().login(), AccountKey.of(target, user));
    }
  }

  private record FailingAccount(Instant since, List<Finding> findings) {}

  /** Accounts that no probe has any more are forgotten. */
  void retain(Collection<Probe> probes) {
    if (!failing.isEmpty()) {
      failing.keySet().retainAll(probes.stream().flatMap(LoginOutages::accounts).toList());
    }
  }

  void finished(Run run, Probe probe) {
    Map<Integer, User> users =
        probe.target().users().stream().collect(Collectors.toMap(User::slot, user -> user));
    for (UserRun walked : run.users()) {
      User user = users.get(walked.slot());
      StepResult login = walked.walkedLogin().orElse(null);
      if (user != null && login != null && login.state() != StepResult.State.SKIPPED) {
        put(Account.of(probe.target(), user), login.loginFailingSince(), run, user);
      }
    }
  }

  private void put(Account account, @Nullable Instant since, Run run, User user) {
    if (since == null) {
      failing.remove(account);
      return;
    }
    FailingAccount before = failing.get(account);
    List<Finding> found =
        run.findings().stream()
            .filter(finding -> finding.step() == Step.LOGIN && finding.slot() == user.slot())
            .sorted(Finding.HEAVIEST_FIRST)
            .toList();
    failing.put(account, new FailingAccount(before == null ? since : before.since(), found));
  }

  /** Null where the last login of each of its users succeeded. */
  @Nullable LoginOutage of(Probe probe) {
    if (failing.isEmpty()) {
      return null;
    }
    SortedMap<Integer, FailingAccount> lockedOut = new TreeMap<>();
    for (User user : probe.target().users()) {
      FailingAccount account = failing.get(Account.of(probe.target(), user));
      if (account != null) {
        lockedOut.put(user.slot(), account);
      }
    }
    return lockedOut.values().stream()
        .map(FailingAccount::since)
        .min(Instant::compareTo)
        .map(since ->
            new LoginOutage(
                since,
                List.copyOf(lockedOut.keySet()),
                probe.target().users().size(),
                findings(lockedOut.values())))
        .orElse(null);
  }

  private static List<Finding> findings(Collection<FailingAccount> accounts) {
    return accounts.stream().flatMap(account -> account.findings().stream()).toList();
  }

  private static Stream<Account> accounts(Probe probe) {
    return probe.target().users().stream().map(user -> Account.of(probe.target(), user));
  }
}

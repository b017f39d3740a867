package io.goldenpath.model.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The users of a run who are worth showing, and whose frames are worth keeping. First come those
 * whom findings concern, the heaviest finding first, both users of a leak side by side; then those
 * who asked and got no answer, then the slowest, and last those who only listened.
 */
public record ShownUsers(List<UserRun> shown, List<UserRun> rest) {

  public static final int MAX = 20;

  private static final Duration NEVER = Duration.ofDays(365);

  public ShownUsers {
    shown = List.copyOf(shown);
    rest = List.copyOf(rest);
  }

  public static ShownUsers of(Run run, int limit) {
    return of(run.findings(), run.users(), limit);
  }

  public static ShownUsers of(List<Finding> findings, List<UserRun> users, int limit) {
    Map<Integer, UserRun> bySlot =
        users.stream().collect(Collectors.toMap(UserRun::slot, Function.identity()));
    Set<Integer> slots = new LinkedHashSet<>();
    findings.stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .sorted(Finding.HEAVIEST_FIRST)
        .forEach(finding -> slots.addAll(finding.slots()));
    users.stream()
        .sorted(Comparator.comparing(ShownUsers::waitingTime).reversed())
        .forEach(user -> slots.add(user.slot()));
    slots.retainAll(bySlot.keySet());
    List<UserRun> ordered = slots.stream().map(bySlot::get).toList();
    int shown = Math.min(limit, ordered.size());
    return new ShownUsers(ordered.subList(0, shown), ordered.subList(shown, ordered.size()));
  }

  private static Duration waitingTime(UserRun user) {
    return user.onlyListened() ? Duration.ZERO : user.timeToAnswer().orElse(NEVER);
  }
}

package io.goldenpath.model.run;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The users of a run who are worth showing: those who met something first, heaviest first, each
 * beside the other user whom it concerns, then the slowest to be answered.
 *
 * @param shown In that order.
 * @param rest All others.
 */
public record ShownUsers(List<UserRun> shown, List<UserRun> rest) {

  public ShownUsers {
    shown = List.copyOf(shown);
    rest = List.copyOf(rest);
  }

  /** Shows so many users of this run at most. */
  public static ShownUsers of(Run run, int limit) {
    Map<Integer, UserRun> users = new LinkedHashMap<>();
    run.users().forEach(user -> users.put(user.slot(), user));
    List<UserRun> ordered = new ArrayList<>();
    Set<Integer> mentioned = mentioned(run);
    mentioned.stream().filter(users::containsKey).map(users::get).forEach(ordered::add);
    run.users().stream()
        .filter(user -> !mentioned.contains(user.slot()))
        .sorted(Comparator.comparing(ShownUsers::timeToAnswer).reversed())
        .forEach(ordered::add);
    int shown = Math.min(limit, ordered.size());
    return new ShownUsers(ordered.subList(0, shown), ordered.subList(shown, ordered.size()));
  }

  private static Set<Integer> mentioned(Run run) {
    Set<Integer> slots = new LinkedHashSet<>();
    run.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .sorted(Finding.HEAVIEST_FIRST)
        .forEach(finding -> {
          slots.add(finding.slot());
          Evidence.OtherUser otherUser = finding.evidence().otherUser();
          if (otherUser != null) {
            slots.add(otherUser.slot());
          }
        });
    return slots;
  }

  private static Duration timeToAnswer(UserRun user) {
    return user.timeToAnswer().orElse(Duration.ZERO);
  }
}

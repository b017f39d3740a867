package io.goldenpath.probe;

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
public record Spotlight(List<UserRun> shown, List<UserRun> rest) {

  public Spotlight {
    shown = List.copyOf(shown);
    rest = List.copyOf(rest);
  }

  /** Shows so many users of this run at most. */
  public static Spotlight on(Run run, int most) {
    Map<Integer, UserRun> users = new LinkedHashMap<>();
    run.users().forEach(user -> users.put(user.slot(), user));
    List<UserRun> ordered = new ArrayList<>();
    Set<Integer> spokenOf = spokenOf(run);
    spokenOf.stream().filter(users::containsKey).map(users::get).forEach(ordered::add);
    run.users().stream()
        .filter(user -> !spokenOf.contains(user.slot()))
        .sorted(Comparator.comparing(Spotlight::answer).reversed())
        .forEach(ordered::add);
    int shown = Math.min(most, ordered.size());
    return new Spotlight(ordered.subList(0, shown), ordered.subList(shown, ordered.size()));
  }

  private static Set<Integer> spokenOf(Run run) {
    Set<Integer> slots = new LinkedHashSet<>();
    run.findings().stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .forEach(finding -> {
          slots.add(finding.slot());
          Evidence.Other other = finding.evidence().other();
          if (other != null) {
            slots.add(other.slot());
          }
        });
    return slots;
  }

  private static Duration answer(UserRun user) {
    return user.answer().orElse(Duration.ZERO);
  }
}

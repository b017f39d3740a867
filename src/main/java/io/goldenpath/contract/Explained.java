package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LEAK_IDENTITY;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What was found against one user's run alone, and has its cause in what another got or lost. */
final class Explained {

  private final Company company;
  private final Belongings belongings;
  private final Map<Stray.Group, List<Stray>> rest = new LinkedHashMap<>();
  private final Map<Integer, Set<Integer>> strayed = new HashMap<>();
  private final Map<Integer, Set<Integer>> named = new HashMap<>();
  private final Map<Integer, Set<Integer>> foreign = new HashMap<>();
  private final Set<Finding> shadows = Collections.newSetFromMap(new IdentityHashMap<>());

  Explained(
      Company company, Belongings belongings, List<Stray> strays, List<Diversion> diversions) {
    this.company = company;
    this.belongings = belongings;
    Set<Stray> diverted = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Diversion diversion : diversions) {
      diverted.addAll(diversion.strays());
      shadows.addAll(diversion.shadows());
    }
    for (Stray stray : strays) {
      strayed.computeIfAbsent(stray.hearer(), _ -> new HashSet<>()).addAll(stray.frames());
      if (stray.kind() == LEAK_IDENTITY) {
        named.computeIfAbsent(stray.hearer(), _ -> new HashSet<>()).addAll(stray.frames());
      }
      if (stray.utterance().event() != null && stray.whole(belongings)) {
        foreign.computeIfAbsent(stray.hearer(), _ -> new HashSet<>()).addAll(stray.frames());
      }
      if (!diverted.contains(stray)) {
        rest.computeIfAbsent(stray.group(), _ -> new ArrayList<>()).add(stray);
      }
    }
  }

  /** What strayed and was not diverted, all of one finding together. */
  Map<Stray.Group, List<Stray>> rest() {
    return rest;
  }

  /** What was found against this user's run and has no other cause. */
  List<Finding> remaining(int user) {
    return company.user(user).findings().stream()
        .filter(finding -> !shadows.contains(finding))
        .flatMap(finding -> remaining(finding, user))
        .toList();
  }

  private Stream<Finding> remaining(Finding finding, int user) {
    return switch (finding.kind()) {
      case LEAK_IDENTITY -> unnamed(finding, named.getOrDefault(user, Set.of()));
      case WRONG_RUN, ERROR_EVENT -> covered(finding, user) ? Stream.empty() : Stream.of(finding);
      case AFTER_TERMINAL, DUPLICATE_EVENT, OUT_OF_ORDER, UNPAIRED_TOOL, LATE_EVENT ->
          confused(finding, user) ? Stream.empty() : Stream.of(finding);
      case UNEXPECTED_EVENT ->
          finding.step() == Step.WELCOME && covered(finding, user)
              ? Stream.empty()
              : Stream.of(finding);
      default -> Stream.of(finding);
    };
  }

  /** Frames whose owner is not known by name are still another's. */
  private static Stream<Finding> unnamed(Finding finding, Set<Integer> named) {
    List<Integer> frames =
        finding.evidence().frames().stream().filter(frame -> !named.contains(frame)).toList();
    if (frames.size() == finding.evidence().frames().size()) {
      return Stream.of(finding);
    }
    return frames.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Finding(
                finding.kind(),
                finding.severity(),
                finding.step(),
                finding.slot(),
                Identities.message(frames.size(), finding.step()),
                new Evidence(
                    finding.evidence().expected(),
                    finding.evidence().seen(),
                    finding.evidence().at(),
                    frames)));
  }

  /** A frame of another's that was taken for the user's own puts what came into disorder. */
  private boolean confused(Finding finding, int user) {
    Set<Integer> others = foreign.getOrDefault(user, Set.of());
    return finding.evidence().frames().stream().anyMatch(others::contains);
  }

  private boolean covered(Finding finding, int user) {
    List<Integer> frames = finding.evidence().frames();
    Set<Integer> known = strayed.getOrDefault(user, Set.of());
    return !frames.isEmpty()
        && frames.stream().allMatch(frame -> known.contains(frame) || sibling(user, frame));
  }

  /** What sessions of one account hear of each other is nothing wrong. */
  private boolean sibling(int user, int frame) {
    return company.user(user).heard().stream()
        .filter(heard -> heard.frame() == frame)
        .anyMatch(heard ->
            belongings.ours(heard, user)
                && !String.valueOf(belongings.run(heard)).equals(belongings.run(user)));
  }
}

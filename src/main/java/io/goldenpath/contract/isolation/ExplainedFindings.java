package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Findings of one user's own run that are explained by what another user received or lost. */
final class ExplainedFindings {

  private final UserGroup group;
  private final RunOwnership ownership;
  private final Map<Integer, Set<Integer>> leakedFrames = new HashMap<>();
  private final Map<Integer, Set<Integer>> identityFrames = new HashMap<>();
  private final Map<Integer, Set<Integer>> foreignFrames = new HashMap<>();
  private final Set<Finding> consequences = Collections.newSetFromMap(new IdentityHashMap<>());

  ExplainedFindings(
      UserGroup group,
      RunOwnership ownership,
      List<LeakedFrame> leaks,
      List<Diversion> diversions) {
    this.group = group;
    this.ownership = ownership;
    diversions.forEach(diversion -> consequences.addAll(diversion.consequences()));
    for (LeakedFrame leak : leaks) {
      add(leak, leakedFrames);
      if (leak.kind() == LEAK_IDENTITY) {
        add(leak, identityFrames);
      }
      if (leak.frame().event() != null && leak.isWholeFrame(ownership)) {
        add(leak, foreignFrames);
      }
    }
  }

  private static void add(LeakedFrame leak, Map<Integer, Set<Integer>> byRecipient) {
    byRecipient.computeIfAbsent(leak.recipient(), _ -> new HashSet<>()).addAll(leak.frameNumbers());
  }

  List<Finding> remaining(int user) {
    return group.user(user).findings().stream()
        .filter(finding -> !consequences.contains(finding))
        .flatMap(finding -> remaining(finding, user))
        .toList();
  }

  private Stream<Finding> remaining(Finding finding, int user) {
    return switch (finding.kind()) {
      case LEAK_IDENTITY ->
          withoutNamedFrames(finding, identityFrames.getOrDefault(user, Set.of()));
      case WRONG_RUN, ERROR_EVENT ->
          isExplained(finding, user) ? Stream.empty() : Stream.of(finding);
      case AFTER_TERMINAL, DUPLICATE_EVENT, OUT_OF_ORDER, UNPAIRED_TOOL, LATE_EVENT ->
          touchesForeignFrame(finding, user) ? Stream.empty() : Stream.of(finding);
      case UNEXPECTED_EVENT ->
          finding.step() == Step.WELCOME && isExplained(finding, user)
              ? Stream.empty()
              : Stream.of(finding);
      default -> Stream.of(finding);
    };
  }

  /** Leaves the frames whose owner takes no part in this run: no joint finding covers them. */
  private static Stream<Finding> withoutNamedFrames(Finding finding, Set<Integer> named) {
    List<Integer> all = finding.evidence().frames();
    List<Integer> frames = all.stream().filter(frame -> !named.contains(frame)).toList();
    if (frames.size() == all.size()) {
      return Stream.of(finding);
    }
    return frames.isEmpty()
        ? Stream.empty()
        : Stream.of(JointFindings.ownedByNobodyHere(finding, frames));
  }

  /** A foreign frame taken for the user's own can look like disorder in the user's run. */
  private boolean touchesForeignFrame(Finding finding, int user) {
    Set<Integer> others = foreignFrames.getOrDefault(user, Set.of());
    return finding.evidence().frames().stream().anyMatch(others::contains);
  }

  private boolean isExplained(Finding finding, int user) {
    List<Integer> frames = finding.evidence().frames();
    Set<Integer> known = leakedFrames.getOrDefault(user, Set.of());
    return !frames.isEmpty()
        && frames.stream().allMatch(frame -> known.contains(frame) || isOfSameAccount(user, frame));
  }

  /** Sessions of one account may receive each other's frames. */
  private boolean isOfSameAccount(int user, int frame) {
    return group.user(user).received().stream()
        .filter(received -> received.number() == frame)
        .anyMatch(received ->
            ownership.isOwn(received, user)
                && !String.valueOf(ownership.run(received)).equals(ownership.runOf(user)));
  }
}

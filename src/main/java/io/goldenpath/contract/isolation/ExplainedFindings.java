package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;

import io.goldenpath.contract.rules.IdentityLeakRule;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
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
final class ExplainedFindings {

  private final UserGroup group;
  private final RunOwnership ownership;
  private final Map<LeakedFrame.Group, List<LeakedFrame>> undiverted = new LinkedHashMap<>();
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
    Set<LeakedFrame> diverted = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Diversion diversion : diversions) {
      diverted.addAll(diversion.leaks());
      consequences.addAll(diversion.consequences());
    }
    for (LeakedFrame leak : leaks) {
      leakedFrames
          .computeIfAbsent(leak.recipient(), _ -> new HashSet<>())
          .addAll(leak.frameNumbers());
      if (leak.kind() == LEAK_IDENTITY) {
        identityFrames
            .computeIfAbsent(leak.recipient(), _ -> new HashSet<>())
            .addAll(leak.frameNumbers());
      }
      if (leak.frame().event() != null && leak.isWholeFrame(ownership)) {
        foreignFrames
            .computeIfAbsent(leak.recipient(), _ -> new HashSet<>())
            .addAll(leak.frameNumbers());
      }
      if (!diverted.contains(leak)) {
        undiverted.computeIfAbsent(leak.group(), _ -> new ArrayList<>()).add(leak);
      }
    }
  }

  /** What strayed and was not diverted, all of one finding together. */
  Map<LeakedFrame.Group, List<LeakedFrame>> undiverted() {
    return undiverted;
  }

  /** What was found against this user's run and has no other cause. */
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

  /** Frames whose owner is not known by name are still another's. */
  private static Stream<Finding> withoutNamedFrames(Finding finding, Set<Integer> named) {
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
                IdentityLeakRule.message(frames.size(), finding.step()),
                new Evidence(
                    finding.evidence().expected(),
                    finding.evidence().seen(),
                    finding.evidence().at(),
                    frames)));
  }

  /** A frame of another's that was taken for the user's own puts what came into disorder. */
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

  /** What sessions of one account hear of each other is nothing wrong. */
  private boolean isOfSameAccount(int user, int frame) {
    return group.user(user).received().stream()
        .filter(received -> received.number() == frame)
        .anyMatch(received ->
            ownership.isOwn(received, user)
                && !String.valueOf(ownership.run(received)).equals(ownership.run(user)));
  }
}

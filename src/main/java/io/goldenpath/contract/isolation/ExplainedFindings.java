package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;

import io.goldenpath.contract.rules.UnreadableOwner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings of one user's own run that are explained by what another user received or lost. */
final class ExplainedFindings {

  private final UserGroup group;
  private final RunOwnership ownership;
  private final Map<Integer, List<LeakedFrame>> byRecipient;
  private final Set<Finding> consequences = Collections.newSetFromMap(new IdentityHashMap<>());

  ExplainedFindings(
      UserGroup group, RunOwnership runs, List<LeakedFrame> leaks, List<Diversion> diversions) {
    this.group = group;
    this.ownership = runs;
    this.byRecipient = leaks.stream().collect(Collectors.groupingBy(LeakedFrame::recipient));
    diversions.forEach(diversion -> consequences.addAll(diversion.consequences()));
  }

  List<Finding> remaining(int user) {
    return group.user(user).findings().stream()
        .filter(finding -> !consequences.contains(finding) && !UnreadableOwner.isTold(finding))
        .flatMap(finding -> remaining(finding, user))
        .toList();
  }

  private Stream<Finding> remaining(Finding finding, int user) {
    if (finding.kind() == LEAK_IDENTITY) {
      return withoutNamedFrames(finding, user);
    }
    boolean explained =
        switch (finding.kind()) {
          case WRONG_RUN, ERROR_EVENT -> isExplained(finding, user);
          case AFTER_TERMINAL, DUPLICATE_EVENT, OUT_OF_ORDER, UNPAIRED_TOOL, LATE_EVENT ->
              touchesForeignFrame(finding, user);
          case UNEXPECTED_EVENT -> finding.step() == Step.WELCOME && isExplained(finding, user);
          default -> false;
        };
    return explained ? Stream.empty() : Stream.of(finding);
  }

  /** Leaves the frames whose owner takes no part in this run: no joint finding covers them. */
  private Stream<Finding> withoutNamedFrames(Finding finding, int user) {
    Set<Integer> named = leakedFrames(user, leak -> leak.kind() == LEAK_IDENTITY);
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
    Set<Integer> foreign =
        leakedFrames(user, leak -> leak.frame().event() != null && leak.isWholeFrame(ownership));
    return finding.evidence().frames().stream().anyMatch(foreign::contains);
  }

  private boolean isExplained(Finding finding, int user) {
    List<Integer> frames = finding.evidence().frames();
    Set<Integer> leaked = leakedFrames(user, _ -> true);
    return !frames.isEmpty()
        && frames.stream()
            .allMatch(frame -> leaked.contains(frame) || isOfSameAccount(user, frame));
  }

  private Set<Integer> leakedFrames(int user, Predicate<LeakedFrame> which) {
    return byRecipient.getOrDefault(user, List.of()).stream()
        .filter(which)
        .flatMap(leak -> leak.frameNumbers().stream())
        .collect(Collectors.toSet());
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

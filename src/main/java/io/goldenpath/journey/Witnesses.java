package io.goldenpath.journey;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Transcript;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whose frames are worth keeping: of a thousand users' nobody reads more than a few. */
final class Witnesses {

  private static final int KEPT = 20;

  private static final Duration NEVER = Duration.ofDays(1);

  private Witnesses() {}

  /**
   * All of these, the frames of most of them only counted: kept are those whom findings concern,
   * the slowest, and the first.
   */
  static List<UserRun> of(List<Finding> findings, List<UserRun> users) {
    if (users.size() <= KEPT) {
      return users;
    }
    Set<Integer> kept = new LinkedHashSet<>();
    Stream<Integer> concerned =
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .flatMap(Witnesses::slots);
    Stream<Integer> slowest =
        users.stream()
            .sorted(Comparator.comparing((UserRun user) -> user.answer().orElse(NEVER)).reversed())
            .map(UserRun::slot);
    Stream.concat(concerned, slowest).takeWhile(_ -> kept.size() < KEPT).forEach(kept::add);
    return users.stream().map(user -> kept.contains(user.slot()) ? user : counted(user)).toList();
  }

  private static Stream<Integer> slots(Finding finding) {
    Evidence.Other other = finding.evidence().other();
    return other == null ? Stream.of(finding.slot()) : Stream.of(finding.slot(), other.slot());
  }

  private static UserRun counted(UserRun user) {
    Transcript transcript = user.transcript();
    return new UserRun(
        user.slot(),
        user.steps(),
        user.connectPhases(),
        user.events(),
        new Transcript(List.of(), transcript.frames().size() + transcript.left()),
        user.expiry());
  }
}

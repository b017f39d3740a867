package io.goldenpath.journey.isolation;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whose frames are worth keeping: of a thousand users' nobody reads more than a few. */
final class TranscriptSelection {

  private static final int KEPT_USERS = 20;

  private static final Duration NEVER = Duration.ofDays(1);

  private TranscriptSelection() {}

  /**
   * All of these, the frames of most of them only counted: kept are those whom findings concern,
   * the slowest, and the first.
   */
  static List<UserRun> of(List<Finding> findings, List<UserRun> users) {
    if (users.size() <= KEPT_USERS) {
      return users;
    }
    Set<Integer> kept = new LinkedHashSet<>();
    Stream<Integer> concerned =
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .flatMap(TranscriptSelection::slots);
    Stream<Integer> slowest =
        users.stream()
            .sorted(
                Comparator.comparing((UserRun user) -> user.timeToAnswer().orElse(NEVER))
                    .reversed())
            .map(UserRun::slot);
    Stream.concat(concerned, slowest).takeWhile(_ -> kept.size() < KEPT_USERS).forEach(kept::add);
    return users.stream()
        .map(user -> kept.contains(user.slot()) ? user : withoutFrames(user))
        .toList();
  }

  private static Stream<Integer> slots(Finding finding) {
    Evidence.OtherUser otherUser = finding.evidence().otherUser();
    return otherUser == null
        ? Stream.of(finding.slot())
        : Stream.of(finding.slot(), otherUser.slot());
  }

  private static UserRun withoutFrames(UserRun user) {
    Transcript transcript = user.transcript();
    return new UserRun(
        user.slot(),
        user.steps(),
        user.connectPhases(),
        user.events(),
        new Transcript(List.of(), transcript.frames().size() + transcript.omitted()),
        user.expiry());
  }
}

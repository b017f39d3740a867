package io.goldenpath.journey.isolation;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the transcripts worth showing: of a thousand users' nobody reads more than a few. */
final class TranscriptSelection {

  private TranscriptSelection() {}

  static List<UserRun> of(List<Finding> findings, List<UserRun> users) {
    Set<Integer> kept =
        ShownUsers.of(findings, users, ShownUsers.MAX).shown().stream()
            .map(UserRun::slot)
            .collect(Collectors.toSet());
    return users.stream()
        .map(user -> kept.contains(user.slot()) ? user : withoutFrames(user))
        .toList();
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

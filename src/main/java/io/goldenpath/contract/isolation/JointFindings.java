package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.DIVERTED;
import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.LEAK_ID_COLLISION;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is found between users. */
final class JointFindings {

  static final int BOUND = 1_000;

  private static final int FRAMES = 50;

  private final UserGroup userGroup;
  private final LeakTexts texts;
  private final long start;
  private final List<Finding> findings = new ArrayList<>();
  private int unlisted;

  JointFindings(UserGroup userGroup, long start) {
    this.userGroup = userGroup;
    this.texts = new LeakTexts(userGroup);
    this.start = start;
  }

  /** As many as are told; the last says how many there are besides. */
  List<Finding> findings() {
    List<Finding> listed = new ArrayList<>(findings);
    if (unlisted > 0) {
      Finding last = listed.removeLast();
      String message =
          "%s (and %d more findings between users)".formatted(last.message(), unlisted);
      listed.add(Finding.of(last.kind(), last.step(), last.slot(), message, last.evidence()));
    }
    return listed;
  }

  /** Frames of one owner that came to one user in one step. */
  void leaks(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    LeakedFrame first = leaks.getFirst();
    FindingText text = texts.leaks(group, leaks);
    Evidence.OtherUser owners = group.owner() == Marker.NO_OWNER ? null : ownersFrames(first);
    add(
        Finding.of(
            group.kind(),
            group.step(),
            userGroup.slot(group.recipient()),
            text.message(),
            evidence(text, first.frame().nanos(), frames(leaks), owners)));
  }

  void diverted(Diversion diversion) {
    FindingText text = texts.diverted(diversion);
    List<Integer> shadowed =
        diversion.consequences().stream()
            .flatMap(consequence -> consequence.evidence().frames().stream())
            .distinct()
            .limit(FRAMES)
            .toList();
    Evidence evidence =
        new Evidence(
            text.expected(),
            text.seen(),
            diversion.consequences().getFirst().evidence().at(),
            shadowed.isEmpty() ? questionFrames(diversion.victim()) : shadowed,
            new Evidence.OtherUser(
                userGroup.slot(diversion.recipient()), frames(diversion.leaks())));
    add(
        Finding.of(
            DIVERTED,
            diversion.step(),
            userGroup.slot(diversion.victim()),
            text.message(),
            evidence));
  }

  void collision(List<Integer> users, List<IdCollisions.Collision> ids) {
    FindingText text = texts.collision(users, ids);
    IdCollisions.Collision first = ids.getFirst();
    Evidence evidence =
        evidence(
            text,
            first.firstFrames().getFirst().nanos(),
            frames(ids, 0),
            new Evidence.OtherUser(userGroup.slot(users.get(1)), frames(ids, 1)));
    add(
        Finding.of(
            LEAK_ID_COLLISION,
            first.step(),
            userGroup.slot(users.getFirst()),
            text.message(),
            evidence));
  }

  /** That not everything was looked at which users heard, where that is so. */
  Optional<Finding> skippedFrames() {
    return userGroup.all().stream()
        .filter(user -> user.skippedFrames() > 0)
        .max(Comparator.comparingInt(UserFrameLog::skippedFrames))
        .map(most -> {
          FindingText text = texts.skippedFrames(most);
          long nanos = most.received().getLast().nanos();
          return Finding.of(
                  UNEXPECTED_EVENT,
                  most.questionFrame() == 0 ? Step.WELCOME : Step.EVENTS,
                  most.slot(),
                  text.message(),
                  evidence(text, nanos, List.of(), null))
              .withSeverity(Severity.INFO);
        });
  }

  private void add(Finding finding) {
    if (findings.size() < BOUND) {
      findings.add(finding);
    } else {
      unlisted++;
    }
  }

  private Evidence evidence(
      FindingText text, long nanos, List<Integer> frames, Evidence.@Nullable OtherUser otherUser) {
    return new Evidence(
        text.expected(), text.seen(), Duration.ofNanos(nanos - start), frames, otherUser);
  }

  /** Where the owner has what strayed: an id in the welcome, all else in the question. */
  private Evidence.OtherUser ownersFrames(LeakedFrame leak) {
    MarkerMatch match = leak.match();
    boolean id =
        match == null ? leak.kind() == LEAK_IDENTITY : match.marker().kind() != Marker.Kind.CODE;
    int welcome = userGroup.user(leak.owner()).welcomeFrame();
    return new Evidence.OtherUser(
        userGroup.slot(leak.owner()),
        id && welcome > 0 ? List.of(welcome) : questionFrames(leak.owner()));
  }

  private List<Integer> questionFrames(int user) {
    int asked = userGroup.user(user).questionFrame();
    return asked > 0 ? List.of(asked) : List.of();
  }

  private static List<Integer> frames(List<LeakedFrame> leaks) {
    return leaks.stream()
        .flatMap(leak -> leak.frameNumbers().stream())
        .distinct()
        .limit(FRAMES)
        .toList();
  }

  private static List<Integer> frames(List<IdCollisions.Collision> ids, int user) {
    return ids.stream().map(id -> id.firstFrames().get(user).number()).distinct().toList();
  }
}

package io.goldenpath.contract.isolation;

import static io.goldenpath.model.finding.FindingKind.DIVERTED;
import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.LEAK_ID_COLLISION;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Findings between users, who are named by slot; no text quotes what leaked. */
final class JointFindings {

  static final int BOUND = 1_000;

  private static final int NAMED = 8;

  private final UserGroup userGroup;
  private final Findings findings;

  JointFindings(UserGroup userGroup, long start) {
    this.userGroup = userGroup;
    this.findings = new Findings(0, start, BOUND);
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>(findings.all());
    if (findings.dropped() > 0) {
      Finding last = all.removeLast();
      all.add(
          last.withMessage(
              "%s (and %d more findings between users)"
                  .formatted(last.message(), findings.dropped())));
    }
    return all;
  }

  void leaks(LeakedFrames leaks) {
    LeakedFrame first = leaks.first();
    FindingDraft draft =
        findings
            .of(first.kind())
            .in(first.step())
            .user(userGroup.slot(first.recipient()))
            .at(first.frame().nanos())
            .frames(leaks.numbers());
    String to = user(first.recipient());
    String owner = first.owner() == Marker.NO_OWNER ? "nobody" : user(first.owner());
    if (first.owner() != Marker.NO_OWNER) {
      draft = draft.other(userGroup.slot(first.owner()), ownersFrames(first));
    }
    switch (first.kind()) {
      case LEAK_IDENTITY -> identity(leaks, to, owner, draft);
      case LEAK_CONTENT -> content(leaks, to, owner, draft);
      case LEAK_RESIDUE -> residue(leaks, to, draft);
      default -> routing(leaks, to, owner, draft);
    }
  }

  void diverted(Diversion diversion) {
    LeakedFrames leaks = new LeakedFrames(diversion.leaks());
    String victim = user(diversion.victim());
    String recipient = user(diversion.recipient());
    List<Integer> shadowed =
        diversion.consequences().stream()
            .flatMap(consequence -> consequence.evidence().frames().stream())
            .toList();
    findings
        .of(DIVERTED)
        .in(diversion.step())
        .user(userGroup.slot(diversion.victim()))
        .at(diversion.consequences().getFirst().evidence().at())
        .frames(shadowed.isEmpty() ? questionFrames(diversion.victim()) : shadowed)
        .other(userGroup.slot(diversion.recipient()), leaks.numbers())
        .contrast("the events of the user's own run", leaks.where() + " at " + recipient)
        .says(
            "LEAK: %s of %s's run went to %s instead (%s), and for %s the run was: %s",
            leaks.count("event"),
            victim,
            recipient,
            leaks.where(),
            victim,
            diversion.consequences().stream()
                .map(consequence -> consequence.kind().label())
                .distinct()
                .collect(Collectors.joining(", ")));
  }

  void collision(List<Integer> users, List<IdCollisions.Collision> ids) {
    String what =
        ids.stream().map(IdCollisions.Collision::idKind).collect(Collectors.joining(" and "));
    String who =
        users.stream()
                .limit(NAMED)
                .map(user -> String.valueOf(userGroup.slot(user)))
                .collect(Collectors.joining(", "))
            + (users.size() > NAMED ? " and %d more".formatted(users.size() - NAMED) : "");
    IdCollisions.Collision first = ids.getFirst();
    findings
        .of(LEAK_ID_COLLISION)
        .in(first.step())
        .user(userGroup.slot(users.getFirst()))
        .at(first.firstFrames().getFirst().nanos())
        .frames(frames(ids, 0))
        .other(userGroup.slot(users.get(1)), frames(ids, 1))
        .contrast("a separate %s id for each user".formatted(what), "the same for users " + who)
        .says("LEAK: %d users were given the same %s id: users %s", users.size(), what, who);
  }

  /** The finding for the frames whose owner takes no part in this run. */
  static Finding ownedByNobodyHere(Finding finding, List<Integer> frames) {
    return finding
        .withFrames(frames)
        .withMessage(
            "LEAK: %s an owner who is no user of this test, in step %s"
                .formatted(
                    frames.size() == 1 ? "a frame names" : frames.size() + " frames name",
                    finding.step().label()));
  }

  void skippedFrames() {
    userGroup.all().stream()
        .filter(user -> user.skippedFrames() > 0)
        .max(Comparator.comparingInt(UserFrameLog::skippedFrames))
        .ifPresent(this::skippedFrames);
  }

  private void skippedFrames(UserFrameLog most) {
    long frames = userGroup.all().stream().mapToLong(UserFrameLog::skippedFrames).sum();
    long users = userGroup.all().stream().filter(user -> user.skippedFrames() > 0).count();
    findings
        .of(UNEXPECTED_EVENT)
        .as(Severity.INFO)
        .in(most.questionFrame() == 0 ? Step.WELCOME : Step.EVENTS)
        .user(most.slot())
        .at(most.received().getLast().nanos())
        .contrast(most.bounds() + " for each user", "more")
        .says(
            "%d frames of %d users were not compared with the other users' data, because the buffer was full; most of them, %d, came to user %d",
            frames, users, most.skippedFrames(), most.slot());
  }

  private static void identity(LeakedFrames leaks, String to, String owner, FindingDraft draft) {
    String verb = leaks.all().size() == 1 ? "names" : "name";
    draft
        .contrast("frames of the user's own only", owner + "'s id as the owner")
        .says(
            "LEAK: %s that came to %s in step %s %s %s as the owner (%s)",
            leaks.count("frame"), to, leaks.step(), verb, owner, leaks.where());
  }

  private void routing(LeakedFrames leaks, String to, String owner, FindingDraft draft) {
    String events =
        leaks.count("event")
            + (leaks.first().owner() == Marker.NO_OWNER
                ? " of a run of no user of this test"
                : " of " + owner + "'s run");
    boolean listener = userGroup.user(leaks.first().recipient()).participant().listener();
    draft
        .contrast("events of the user's own run only", events)
        .says(
            "LEAK: %s came to %s%s (%s)",
            events, to, listener ? ", who sent no question" : "", leaks.where());
  }

  private static void content(LeakedFrames leaks, String to, String owner, FindingDraft draft) {
    List<MarkerMatch> matches =
        leaks.all().stream().map(LeakedFrame::match).flatMap(Stream::ofNullable).toList();
    String what =
        matches.stream()
            .map(match -> match.marker().kind().label())
            .distinct()
            .collect(Collectors.joining(" and "));
    String spelling = matches.getFirst().encoding().suffix();
    draft
        .contrast("nothing of " + owner, "the " + what + " of " + owner + spelling)
        .says(
            "LEAK: %s's %s came to %s in step %s (%s)%s",
            owner, what, to, leaks.step(), leaks.where(), spelling);
  }

  private static void residue(LeakedFrames leaks, String to, FindingDraft draft) {
    boolean code = leaks.first().match() != null;
    draft
        .expected("nothing of earlier sessions on a fresh connection")
        .seen(code ? "a code of an earlier session" : leaks.where())
        .says(
            "LEAK: %s of an earlier session came to %s before the question (%s)",
            code ? "a code" : leaks.count("event"), to, leaks.where());
  }

  /** Where the owner has what leaked: an id in the welcome, all else in the question. */
  private List<Integer> ownersFrames(LeakedFrame leak) {
    MarkerMatch match = leak.match();
    boolean id =
        match == null ? leak.kind() == LEAK_IDENTITY : match.marker().kind() != Marker.Kind.CODE;
    int welcome = userGroup.user(leak.owner()).welcomeFrame();
    return id && welcome > 0 ? List.of(welcome) : questionFrames(leak.owner());
  }

  private List<Integer> questionFrames(int user) {
    int asked = userGroup.user(user).questionFrame();
    return asked > 0 ? List.of(asked) : List.of();
  }

  private static List<Integer> frames(List<IdCollisions.Collision> ids, int user) {
    return ids.stream().map(id -> id.firstFrames().get(user).number()).distinct().toList();
  }

  private String user(int user) {
    return "user " + userGroup.slot(user);
  }
}

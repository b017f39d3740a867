package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.FindingText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it is put what is found between users. They are told apart by slot, and nothing is shown. */
record LeakTexts(UserGroup userGroup) {

  private static final int NAMED = 8;

  /** Frames of one owner that came to one user in one step. */
  FindingText leaks(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    return switch (group.kind()) {
      case LEAK_IDENTITY -> identity(group, leaks);
      case LEAK_CONTENT -> content(group, leaks);
      case LEAK_RESIDUE -> residue(group, leaks);
      default -> routing(group, leaks);
    };
  }

  FindingText diverted(Diversion diversion) {
    String victim = user(diversion.victim());
    String recipient = user(diversion.recipient());
    return new FindingText(
        "the events of the user's own run",
        where(diversion.leaks()) + " at " + recipient,
        "LEAK: %s of %s's run went to %s instead (%s), and for %s the run was: %s"
            .formatted(
                count(diversion.leaks(), "event"),
                victim,
                recipient,
                where(diversion.leaks()),
                victim,
                diversion.consequences().stream()
                    .map(consequence -> consequence.kind().label())
                    .distinct()
                    .collect(Collectors.joining(", "))));
  }

  FindingText collision(List<Integer> users, List<IdCollisions.Collision> ids) {
    String what =
        ids.stream().map(IdCollisions.Collision::idKind).collect(Collectors.joining(" and "));
    String who =
        users.stream()
                .limit(NAMED)
                .map(user -> String.valueOf(userGroup.slot(user)))
                .collect(Collectors.joining(", "))
            + (users.size() > NAMED ? " and %d more".formatted(users.size() - NAMED) : "");
    return new FindingText(
        "an own %s id for each user".formatted(what),
        "the same for users " + who,
        "LEAK: %d users were given the same %s id: users %s".formatted(users.size(), what, who));
  }

  FindingText skippedFrames(UserFrameLog most) {
    long frames = userGroup.all().stream().mapToLong(UserFrameLog::skippedFrames).sum();
    long users = userGroup.all().stream().filter(user -> user.skippedFrames() > 0).count();
    return new FindingText(
        "at most %d frames and %d characters for each user"
            .formatted(most.maxFrames(), most.maxCharacters()),
        "more",
        "%d frames of %d users were not compared with what is the others', for more came than is kept; most of them, %d, came to user %d"
            .formatted(frames, users, most.skippedFrames(), most.slot()));
  }

  private FindingText identity(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    return new FindingText(
        "frames of the user's own",
        user(group.owner()) + "'s id as the owner",
        "LEAK: %s that came to %s in step %s %s %s as the owner (%s)"
            .formatted(
                count(leaks, "frame"),
                user(group.recipient()),
                group.step().label(),
                leaks.size() == 1 ? "names" : "name",
                user(group.owner()),
                where(leaks)));
  }

  private FindingText routing(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    String whose =
        group.owner() == Marker.NO_OWNER
            ? "a run that is nobody's here"
            : user(group.owner()) + "'s run";
    boolean listener = userGroup.user(group.recipient()).participant().listener();
    return new FindingText(
        "events of the user's own run alone",
        count(leaks, "event") + " of " + whose,
        "LEAK: %s of %s came to %s%s (%s)"
            .formatted(
                count(leaks, "event"),
                whose,
                user(group.recipient()),
                listener ? ", who asked nothing" : "",
                where(leaks)));
  }

  private FindingText content(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    List<MarkerMatch> matches =
        leaks.stream().map(LeakedFrame::match).flatMap(Stream::ofNullable).toList();
    String what =
        matches.stream()
            .map(match -> match.marker().kind().label())
            .distinct()
            .collect(Collectors.joining(" and "));
    String spelling = matches.getFirst().encoding().suffix();
    return new FindingText(
        "nothing of " + user(group.owner()),
        "the " + what + " of " + user(group.owner()) + spelling,
        "LEAK: %s's %s came to %s in step %s (%s)%s"
            .formatted(
                user(group.owner()),
                what,
                user(group.recipient()),
                group.step().label(),
                where(leaks),
                spelling));
  }

  private FindingText residue(LeakedFrame.Group group, List<LeakedFrame> leaks) {
    boolean code = leaks.getFirst().match() != null;
    return new FindingText(
        "nothing of earlier sessions on a fresh connection",
        code ? "a code of an earlier session" : where(leaks),
        "LEAK: %s of an earlier session came to %s before anything was asked (%s)"
            .formatted(
                code ? "a code" : count(leaks, "event"), user(group.recipient()), where(leaks)));
  }

  private String user(int user) {
    return "user " + userGroup.slot(user);
  }

  private static String count(List<LeakedFrame> leaks, String what) {
    return leaks.size() == 1 ? "1 " + what : leaks.size() + " " + what + "s";
  }

  /** The names of events and the numbers of frames, not more than fit into a sentence. */
  private static String where(List<LeakedFrame> leaks) {
    Stream<String> names =
        leaks.stream()
            .map(leak -> leak.frame().label())
            .flatMap(Optional::stream)
            .map(FindingText::excerpt)
            .distinct()
            .limit(NAMED);
    List<Integer> frames =
        leaks.stream()
            .flatMap(leak -> leak.frameNumbers().stream())
            .distinct()
            .limit(NAMED + 1)
            .toList();
    String numbers =
        frames.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return Stream.concat(
            names,
            Stream.of(
                (frames.size() == 1 ? "frame " : "frames ")
                    + numbers
                    + (frames.size() > NAMED ? ", …" : "")))
        .collect(Collectors.joining(", "));
  }
}

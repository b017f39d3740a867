package io.goldenpath.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it is put what is found between users. They are told apart by slot, and nothing is shown. */
record JointWords(Company company) {

  private static final int NAMED = 8;

  /** Frames of one owner that came to one user in one step. */
  Words strays(Stray.Group group, List<Stray> strays) {
    return switch (group.kind()) {
      case LEAK_IDENTITY -> identity(group, strays);
      case LEAK_CONTENT -> content(group, strays);
      case LEAK_RESIDUE -> residue(group, strays);
      default -> routing(group, strays);
    };
  }

  Words diverted(Diversion diversion) {
    String victim = user(diversion.victim());
    String hearer = user(diversion.hearer());
    return new Words(
        "the events of the user's own run",
        where(diversion.strays()) + " at " + hearer,
        "LEAK: %s of %s's run went to %s instead (%s), and for %s the run was: %s"
            .formatted(
                count(diversion.strays(), "event"),
                victim,
                hearer,
                where(diversion.strays()),
                victim,
                diversion.shadows().stream()
                    .map(shadow -> shadow.kind().label())
                    .distinct()
                    .collect(Collectors.joining(", "))));
  }

  Words collision(List<Integer> users, List<Collisions.Collision> ids) {
    String what = ids.stream().map(Collisions.Collision::what).collect(Collectors.joining(" and "));
    String who =
        users.stream()
                .limit(NAMED)
                .map(user -> String.valueOf(company.slot(user)))
                .collect(Collectors.joining(", "))
            + (users.size() > NAMED ? " and %d more".formatted(users.size() - NAMED) : "");
    return new Words(
        "an own %s id for each user".formatted(what),
        "the same for users " + who,
        "LEAK: %d users were given the same %s id: users %s".formatted(users.size(), what, who));
  }

  Words unheard(Testimony most) {
    long frames = company.all().stream().mapToLong(Testimony::unheard).sum();
    long users = company.all().stream().filter(user -> user.unheard() > 0).count();
    return new Words(
        "at most %d frames and %d characters for each user"
            .formatted(most.mostFrames(), most.mostCharacters()),
        "more",
        "%d frames of %d users were not compared with what is the others', for more came than is kept; most of them, %d, came to user %d"
            .formatted(frames, users, most.unheard(), most.slot()));
  }

  private Words identity(Stray.Group group, List<Stray> strays) {
    return new Words(
        "frames of the user's own",
        user(group.owner()) + "'s id as the owner",
        "LEAK: %s that came to %s in step %s %s %s as the owner (%s)"
            .formatted(
                count(strays, "frame"),
                user(group.hearer()),
                group.step().label(),
                strays.size() == 1 ? "names" : "name",
                user(group.owner()),
                where(strays)));
  }

  private Words routing(Stray.Group group, List<Stray> strays) {
    String whose =
        group.owner() == Marker.NOBODY
            ? "a run that is nobody's here"
            : user(group.owner()) + "'s run";
    boolean listener = company.user(group.hearer()).who().listener();
    return new Words(
        "events of the user's own run alone",
        count(strays, "event") + " of " + whose,
        "LEAK: %s of %s came to %s%s (%s)"
            .formatted(
                count(strays, "event"),
                whose,
                user(group.hearer()),
                listener ? ", who asked nothing" : "",
                where(strays)));
  }

  private Words content(Stray.Group group, List<Stray> strays) {
    List<Sighting> sightings =
        strays.stream().map(Stray::sighting).flatMap(Stream::ofNullable).toList();
    String what =
        sightings.stream()
            .map(sighting -> sighting.marker().kind().word())
            .distinct()
            .collect(Collectors.joining(" and "));
    String spelling = sightings.getFirst().spelling().words();
    return new Words(
        "nothing of " + user(group.owner()),
        "the " + what + " of " + user(group.owner()) + spelling,
        "LEAK: %s's %s came to %s in step %s (%s)%s"
            .formatted(
                user(group.owner()),
                what,
                user(group.hearer()),
                group.step().label(),
                where(strays),
                spelling));
  }

  private Words residue(Stray.Group group, List<Stray> strays) {
    boolean code = strays.getFirst().sighting() != null;
    return new Words(
        "nothing of earlier sessions on a fresh connection",
        code ? "a code of an earlier session" : where(strays),
        "LEAK: %s of an earlier session came to %s before anything was asked (%s)"
            .formatted(
                code ? "a code" : count(strays, "event"), user(group.hearer()), where(strays)));
  }

  private String user(int user) {
    return "user " + company.slot(user);
  }

  private static String count(List<Stray> strays, String what) {
    return strays.size() == 1 ? "1 " + what : strays.size() + " " + what + "s";
  }

  /** The names of events and the numbers of frames, not more than fit into a sentence. */
  private static String where(List<Stray> strays) {
    Stream<String> names =
        strays.stream()
            .map(stray -> stray.utterance().name())
            .flatMap(Optional::stream)
            .map(Words::line)
            .distinct()
            .limit(NAMED);
    List<Integer> frames =
        strays.stream()
            .flatMap(stray -> stray.frames().stream())
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

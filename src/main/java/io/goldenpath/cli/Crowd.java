package io.goldenpath.cli;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
import io.goldenpath.settings.ProbeSetup;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * So many users at once, whatever the settings say of the isolation journey.
 *
 * @param users How many.
 */
record Crowd(int users) {

  private static final int MOST = 1_000;

  Crowd {
    if (users < 2 || users > MOST) {
      throw new IllegalArgumentException(
          "--users must be from 2 to %d, but is %d".formatted(MOST, users));
    }
  }

  /**
   * These setups, of which every target's isolation has so many users.
   *
   * @throws IllegalArgumentException where a target has no such journey, or bears no such crowd
   */
  List<ProbeSetup> in(List<ProbeSetup> setups, Iterable<String> targets) {
    for (String target : targets) {
      if (setups.stream().noneMatch(setup -> isolates(setup.probe(), target))) {
        throw new IllegalArgumentException(
            "--users: there is no journey isolation of '%s' to run; it is one of goldenpath.targets.%s.journeys"
                .formatted(target, target));
      }
    }
    return setups.stream()
        .map(setup ->
            setup.probe().plan().exercise() instanceof Exercise.Isolation written
                ? new ProbeSetup(crowded(setup.probe(), written), setup.dialect(), setup.contract())
                : setup)
        .toList();
  }

  private static boolean isolates(Probe probe, String target) {
    return probe.target().name().equals(target)
        && probe.plan().exercise() instanceof Exercise.Isolation;
  }

  private Probe crowded(Probe probe, Exercise.Isolation written) {
    Exercise exercise =
        new Exercise.Isolation(
            users, written.atLeast(), written.listeners(), written.foreignThread());
    Target target = invited(probe.target(), exercise.users());
    bears(target, exercise, written.listeners());
    Plan plan = probe.plan();
    return new Probe(
        target,
        probe.cadence(),
        probe.limits(),
        new Plan(plan.ask(), plan.tools(), plan.hold(), plan.listen(), exercise),
        probe.events());
  }

  /** Guests have no accounts: there may be any number of them. */
  private static Target invited(Target target, int wanted) {
    boolean guests = target.users().stream().allMatch(user -> user.credentials().isEmpty());
    return guests && target.users().size() < wanted
        ? new Target(
            target.name(),
            target.access(),
            IntStream.rangeClosed(1, wanted).mapToObj(i -> new User(i, i, Map.of())).toList(),
            target.dialect(),
            target.contract(),
            target.manners())
        : target;
  }

  private void bears(Target target, Exercise exercise, int listeners) {
    if (target.users().size() < exercise.users()) {
      throw new IllegalArgumentException(
          "--users %d: '%s' has %d users%s; list more, or raise their sessions"
              .formatted(
                  users,
                  target.name(),
                  target.users().size(),
                  listeners == 0 ? "" : " and wants " + listeners + " of them for listeners"));
    }
    int connects = target.manners().connects();
    if (connects < exercise.sockets()) {
      throw new IllegalArgumentException(
          "--users %d: one run opens %d sockets, but manners.connects of '%s' allows %d in a minute; raise it"
              .formatted(users, exercise.sockets(), target.name(), connects));
    }
  }
}

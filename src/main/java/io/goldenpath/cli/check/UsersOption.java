package io.goldenpath.cli.check;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Number of users of the isolation journey, whatever the settings say. */
record UsersOption(int users, CommandLine commandLine) {

  private static final int MAX_USERS = 1_000;

  UsersOption {
    if (users < 2 || users > MAX_USERS) {
      throw new ParameterException(
          commandLine, "--users must be from 2 to %d, but is %d".formatted(MAX_USERS, users));
    }
  }

  List<ProbeSetup> applyTo(List<ProbeSetup> setups, Iterable<String> targets) {
    for (String target : targets) {
      if (setups.stream().noneMatch(setup -> isIsolation(setup.probe(), target))) {
        throw new ParameterException(
            commandLine,
            "--users: there is no journey isolation of '%s' to run; it is one of goldenpath.targets.%s.journeys"
                .formatted(target, target));
      }
    }
    return setups.stream().map(this::withUserCount).toList();
  }

  private static boolean isIsolation(Probe probe, String target) {
    return probe.target().name().equals(target)
        && probe.script().spec() instanceof JourneySpec.Isolation;
  }

  private ProbeSetup withUserCount(ProbeSetup setup) {
    Probe probe = setup.probe();
    UserScript own = probe.script();
    if (!(own.spec() instanceof JourneySpec.Isolation written)) {
      return setup;
    }
    JourneySpec spec =
        new JourneySpec.Isolation(
            users, written.minSuccessPercent(), written.listeners(), written.foreignThread());
    Target target = withGuests(probe.target(), spec.users());
    checkRateLimits(target, spec, written.listeners());
    UserScript script = new UserScript(own.prompt(), own.tools(), own.hold(), own.listen(), spec);
    Probe changed =
        new Probe(
            target,
            probe.cadence(),
            probe.limits(),
            script,
            probe.events(),
            probe.regression(),
            probe.verdict());
    return new ProbeSetup(changed, setup.dialect(), setup.contract());
  }

  /** Guests have no accounts: there may be any number of them. */
  private static Target withGuests(Target target, int wanted) {
    boolean guests = target.users().stream().allMatch(user -> user.credentials().isEmpty());
    return guests && target.users().size() < wanted
        ? new Target(
            target.name(),
            target.access(),
            User.guests(wanted),
            target.dialect(),
            target.contract(),
            target.rateLimits(),
            target.labels())
        : target;
  }

  private void checkRateLimits(Target target, JourneySpec spec, int listeners) {
    int known = target.users().size();
    if (known < spec.users()) {
      String more = listeners == 0 ? "" : " and wants " + listeners + " of them for listeners";
      throw refused(
          "'%s' has %d users%s; list more, or raise their sessions"
              .formatted(target.name(), known, more));
    }
    int connects = target.rateLimits().connects();
    if (connects < spec.sockets()) {
      throw refused(
          "one run opens %d sockets, but manners.connects of '%s' allows %d in a minute; raise it"
              .formatted(spec.sockets(), target.name(), connects));
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(commandLine, "--users %d: ".formatted(users) + why);
  }
}

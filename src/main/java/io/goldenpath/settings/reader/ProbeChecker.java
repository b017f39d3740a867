package io.goldenpath.settings.reader;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.settings.mistakes.SettingKey;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Checks the probes of one target against its users, its login and its rate limits. */
record ProbeChecker(SettingKey at, List<Probe> probes, RateLimits rateLimits) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  void check() {
    for (Probe probe : probes) {
      SettingKey key = at.child(probe.journey().label());
      checkUsers(key, probe);
      checkSingleRun(key, probe);
      if (probe.script().spec() instanceof JourneySpec.Refusal refusal) {
        checkRefusalLogin(key, probe.target().access().login(), refusal);
      }
    }
    double connects = connectsPerMinute(probes);
    if (rateLimits.connects() > 0 && connects > rateLimits.connects()) {
      SettingKey key =
          probes.size() == 1 ? at.child(probes.getFirst().journey().label()).child("every") : at;
      key.wrong(
          "opens %s sockets a minute, but manners.connects allows %d; run less often or raise it",
          new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(connects),
          rateLimits.connects());
    }
  }

  private static void checkUsers(SettingKey key, Probe probe) {
    int wanted = probe.script().spec().users();
    int users = probe.target().users().size();
    if (users < wanted && users > 0) {
      key.wrong(
          "takes %d users at once, but the target has %d; list more, or raise their sessions",
          wanted, users);
    }
  }

  /** One run must fit into a minute beside what the other probes open in it. */
  private void checkSingleRun(SettingKey key, Probe probe) {
    int sockets = probe.script().spec().sockets();
    List<Probe> rest = probes.stream().filter(other -> !other.equals(probe)).toList();
    int others = (int) connectsPerMinute(rest);
    if (sockets > 1 && sockets + others > rateLimits.connects()) {
      key.wrong(
          "one run opens %d sockets%s, but manners.connects allows %d in a minute; raise it",
          sockets,
          others == 0 ? "" : " beside " + others + " of other journeys",
          rateLimits.connects());
    }
  }

  /** Without logins no token can be bad; a user's only token must not be revoked. */
  private static void checkRefusalLogin(SettingKey key, Login login, JourneySpec.Refusal refusal) {
    if (login.guests()) {
      key.wrong("needs users who log in; with login.type none there is no token that could be bad");
    }
    if (login.givenToken() && refusal.revoke() != null) {
      key.child("revoke-url")
          .wrong(
              "would end the only token that the user has; it needs a login that gives a new one");
    }
  }

  private static double connectsPerMinute(List<Probe> probes) {
    return probes.stream()
        .mapToDouble(probe ->
            probe
                .cadence()
                .period()
                .map(period -> (double) MINUTE.toNanos() / period.toNanos())
                .map(runs -> runs * probe.script().spec().sockets())
                .orElse(0.0))
        .sum();
  }
}

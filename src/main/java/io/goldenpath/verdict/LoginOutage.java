package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.UtcTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Logins of a probe's users that fail; a run that reuses a token neither begins nor ends it.
 *
 * @param since When the first of them began to.
 * @param slots Whose they are.
 * @param users How many users the target has.
 * @param findings How they failed last.
 */
record LoginOutage(Instant since, List<Integer> slots, int users, List<Finding> findings) {

  private static final int MAX_NAMED = 5;

  /** What it leaves of a good run's verdict: users that may fail are no outage of the others'. */
  Verdict verdict(Probe probe) {
    return probe.script().spec() instanceof JourneySpec.Isolation isolation
            && isolation.tolerates(slots.size())
        ? Verdict.DEGRADED
        : Verdict.DOWN;
  }

  String reason() {
    String message = findings.stream().findFirst().map(Finding::message).orElse("no reason given");
    return "login failing since %s%s: %s".formatted(UtcTime.minute(since), whose(), message);
  }

  /**
   * A clause that names all of them where a run's own failed login is not all there is; else empty.
   */
  String othersThan(Run run) {
    Set<Integer> slots = run.users().stream().map(UserRun::slot).collect(Collectors.toSet());
    return slots.containsAll(this.slots) ? "" : "; login failing" + whose();
  }

  /** Empty where the target has one user. */
  private String whose() {
    if (users == 1) {
      return "";
    }
    if (slots.size() == users) {
      return " for all users";
    }
    String named =
        slots.stream().limit(MAX_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    int more = slots.size() - MAX_NAMED;
    return (slots.size() == 1 ? " for user " : " for users ")
        + named
        + (more > 0 ? " and %d more".formatted(more) : "");
  }
}

package io.goldenpath.journey;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One user logs in, asks, follows the agent's events and gets an answer. */
public final class GoldenPath implements Journey {

  private static final Duration LAG = Duration.ofMillis(250);

  private final Road road;
  private final EarlierRuns earlier = new EarlierRuns();

  /** The golden path along this road. */
  public GoldenPath(Road road) {
    this.road = road;
  }

  @Override
  public Probe probe() {
    return road.probe();
  }

  @Override
  public boolean logsIn(User user) {
    Login login = probe().target().access().login();
    return login instanceof Login.Exchange && road.tokens().reusable(login, user).isEmpty();
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    long start = road.clocks().stopwatch().nanos();
    Walk walk = new Walk(road, users.getFirst(), earlier, start);
    UserRun user = walk.walk();
    Duration duration = Duration.ofNanos(road.clocks().stopwatch().nanos() - start);
    return Run.of(ticket, duration, blameless(walk.findings(), start, duration), List.of(user));
  }

  /** When our own event loops stood still, nothing is held against the target. */
  private List<Finding> blameless(List<Finding> findings, long start, Duration duration) {
    Duration lag = road.wire().longestLagSince(start);
    if (lag.compareTo(LAG) <= 0) {
      return findings;
    }
    List<Finding> ours = new ArrayList<>();
    findings.forEach(finding -> ours.add(finding.as(Severity.INFO)));
    ours.add(
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.EVENTS,
            1,
            "The monitor itself stood still for %d ms during the run, so the run counts for nothing"
                .formatted(lag.toMillis()),
            new Evidence(
                "at most " + LAG.toMillis() + " ms", lag.toMillis() + " ms", duration, List.of())));
    return ours;
  }
}

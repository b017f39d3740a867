package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.ReducedRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A monitor in which all has happened that the API can tell of. */
final class BusyMonitor implements AutoCloseable {

  final WebApplication server;
  final BlockingJourney blocking = new BlockingJourney("staging");

  private final Probe agreed = ServiceLevels.with(SampleRuns.probe("agreed"), GoodRuns.PASSED);
  private final Probe released =
      SampleRuns.labelled(SampleRuns.probe("released"), Map.of("team", "search"));
  private final Probe crowd = SampleRuns.isolation("crowd", 3);
  private final Probe planned =
      ServiceLevels.with(
          SampleRuns.probe("planned"),
          new MaintenanceWindow(NOON.minusSeconds(60), NOON.plusSeconds(4200), "new disk"));

  private Instant now = NOON;

  private BusyMonitor(WebApplication server) {
    this.server = server;
  }

  static BusyMonitor start() {
    BusyMonitor monitor = new BusyMonitor(WebApplication.start());
    monitor.server.openHistory();
    monitor.server.scheduling(monitor.blocking);
    monitor.server.watching(
        monitor.blocking.probe(), monitor.agreed, monitor.released, monitor.crowd, monitor.planned);
    monitor.happen();
    return monitor;
  }

  private void happen() {
    learn();
    server.finished(SampleRuns.passed(agreed, "good-1", NOON.minusSeconds(3000)));
    awaitBudget("at");
    fail();
    awaitBudget("since");
  }

  private void awaitBudget(String known) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          advance(Duration.ofSeconds(31));
          server.reckonBudgets();
          return RawHttpReply.get(server.at("/api/slo")).json().at("/slo/0/budget").has(known);
        });
  }

  /** After the history was opened: of what began before it knows no incidents. */
  private void fail() {
    server.finished(SampleRuns.missing(agreed, "bad-1", now));
    server.finished(crowded("crowd-1"));
    server.finished(SampleRuns.missing(planned, "muted-1", now));
    server.finished(SampleRuns.broken(planned, "broken-1", now));
    server.finished(detailed("detailed-1"));
    advance(Duration.ofSeconds(60));
    server.finished(SampleRuns.passed(agreed, "good-2", now));
    advance(Duration.ofSeconds(60));
    server.finished(SampleRuns.stalled(agreed, "bad-2", now));
  }

  private void advance(Duration time) {
    now = now.plus(time);
    server.advance(time);
  }

  /** A release after which an event no longer comes. */
  private void learn() {
    for (int run = 0; run < 60; run++) {
      server.finished(SampleRuns.passed(released, "run-" + run, at(run)));
    }
    server.released(
        new ReleaseMarker("released", "1.8.3", at(60), URI.create("https://ci.example.com/7")));
    for (int run = 60; run < 63; run++) {
      server.finished(
          ReducedRuns.without(
              "agent_thinking", SampleRuns.passed(released, "run-" + run, at(run))));
    }
  }

  private Run crowded(String id) {
    return SampleRuns.withUsers(
        crowd,
        id,
        now,
        List.of(
            SampleUsers.answered(1, 1000), SampleUsers.answered(2, 1300), SampleUsers.stalled(3)),
        Stream.concat(
                Stream.of(SampleFindings.leak(2, 1)),
                IntStream.range(0, 25).mapToObj(_ -> SampleFindings.stall(3)))
            .toArray(Finding[]::new));
  }

  /** With all that a run seldom has. */
  private Run detailed(String id) {
    Run run =
        SampleRuns.traced(
            SampleRuns.late(blocking.probe(), id, now),
            new RunTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true));
    UserRun user = run.users().getFirst();
    List<StepResult> steps = new ArrayList<>(user.steps());
    StepResult login = steps.getFirst();
    steps.set(
        0,
        new StepResult(
            login.step(),
            StepResult.State.REUSED,
            login.start(),
            login.duration(),
            Duration.ofMinutes(4),
            NOON.minusSeconds(900)));
    HttpExchange exchange =
        new HttpExchange(
            SampleRuns.millis(41),
            SampleRuns.millis(24),
            "GET",
            "wss://api.example.com/ws",
            101,
            new HttpHeaderLines("Authorization: ***"),
            new HttpHeaderLines("Server: nginx"));
    return run.withUsers(
            List.of(
                new UserRun(
                    user.slot(),
                    steps,
                    user.connectPhases(),
                    user.events(),
                    user.transcript().withExchanges(List.of(exchange)),
                    user.expiry())))
        .withStalled(Duration.ofMillis(30))
        .withRelease(SeenRelease.of("1.8.3"));
  }

  private static Instant at(int run) {
    return NOON.minus(Duration.ofHours(2)).plusSeconds(60L * run);
  }

  @Override
  public void close() {
    blocking.release();
    server.close();
  }
}

package io.goldenpath.journey;

import io.goldenpath.contract.Contract;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Access;
import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Errands;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.TargetSocket;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.User;
import io.goldenpath.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Golden paths for tests: short limits, one user. */
final class Paths {

  static final Limits SHORT =
      new Limits(
          Limit.of(Duration.ofMillis(400)),
          Limit.of(Duration.ofMillis(400)),
          Limit.of(Duration.ofMillis(400)),
          Limit.of(Duration.ofMillis(500)),
          Limit.of(Duration.ofMillis(700)),
          Limit.of(Duration.ofMillis(700)),
          Limit.of(Duration.ofMillis(3000)),
          Limit.of(Duration.ofMillis(400)),
          Duration.ofMillis(100));

  private Paths() {}

  /** A guest's path to this socket. */
  static Probe guest(String url, Limits limits) {
    TargetSocket socket =
        new TargetSocket(Secret.of(url), List.of(), List.of(), Map.of(), 64 * 1024);
    Target target =
        new Target(
            "target",
            new Access(new Login.None(), Errands.NONE, socket),
            List.of(new User(1, Map.of(), 1)),
            "agent-events",
            "default",
            Manners.DEFAULTS);
    return new Probe(
        target,
        JourneyKind.GOLDEN_PATH,
        Cadence.onDemand(Duration.ofSeconds(10)),
        limits,
        Plan.DEFAULTS,
        List.of());
  }

  static Limits welcome(Duration limit) {
    return new Limits(
        SHORT.login(),
        SHORT.connect(),
        Limit.of(limit),
        SHORT.firstEvent(),
        SHORT.gap(),
        SHORT.tool(),
        SHORT.answer(),
        SHORT.reconnect(),
        Duration.ofSeconds(2));
  }

  static GoldenPath path(Probe probe, Wire wire) {
    return new GoldenPath(
        new Road(
            probe,
            Dialects.bundled("agent-events").orElseThrow(),
            Contract.DEFAULT,
            wire,
            new TokenPool(InstantSource.system()),
            new Road.Clocks(InstantSource.system(), Stopwatch.SYSTEM, new Random(7))));
  }

  static Run walk(GoldenPath path) throws InterruptedException {
    Probe probe = path.probe();
    RunTicket ticket = new RunTicket("run", probe.id(), "local", Trigger.COMMAND, Instant.EPOCH);
    return path.run(ticket, probe.target().users());
  }
}

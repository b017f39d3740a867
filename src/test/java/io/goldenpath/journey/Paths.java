package io.goldenpath.journey;

import io.goldenpath.contract.Contract;
import io.goldenpath.demo.DemoAccount;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Access;
import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Call;
import io.goldenpath.probe.Capture;
import io.goldenpath.probe.Errands;
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
import io.goldenpath.probe.TokenCarrier;
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
          Limit.of(Duration.ofMillis(600)),
          Limit.of(Duration.ofMillis(600)),
          Limit.of(Duration.ofMillis(600)),
          Limit.of(Duration.ofMillis(500)),
          Limit.of(Duration.ofMillis(700)),
          Limit.of(Duration.ofMillis(700)),
          Limit.of(Duration.ofMillis(3000)),
          Limit.of(Duration.ofMillis(400)),
          Duration.ofMillis(300));

  private Paths() {}

  /** A guest's path to this socket. */
  static Probe guest(String url, Limits limits) {
    return probe(new Login.None(), List.of(), url, Map.of(), limits);
  }

  /** The path of a user of the demo platform that listens there. */
  static Probe demo(int port, DemoAccount account, Limits limits) {
    String host = "://127.0.0.1:" + port;
    Call call =
        new Call(
            "POST /demo/auth/login",
            "POST",
            Secret.of("http" + host + "/demo/auth/login"),
            Map.of(),
            new Call.Body.Json(Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}")),
            new Call.Expectation(
                null, List.of(new Capture("token", Capture.Part.POINTER, "/access_token", null))));
    return probe(
        new Login.Exchange(List.of(call), null, Login.Whose.TOKENS_OWN),
        List.of(new TokenCarrier.Header()),
        "ws" + host + "/demo/ws",
        Map.of("email", Secret.of(account.email()), "password", account.password()),
        limits);
  }

  private static Probe probe(
      Login login,
      List<TokenCarrier> carriers,
      String url,
      Map<String, Secret> credentials,
      Limits limits) {
    TargetSocket socket =
        new TargetSocket(Secret.of(url), carriers, List.of(), Map.of(), 64 * 1024);
    Target target =
        new Target(
            "target",
            new Access(login, Errands.NONE, socket),
            List.of(new User(1, 1, credentials)),
            "agent-events",
            "default",
            Manners.DEFAULTS);
    return new Probe(
        target, Cadence.onDemand(Duration.ofSeconds(10)), limits, Plan.DEFAULTS, List.of());
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

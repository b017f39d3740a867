package io.goldenpath.journey.chat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.Capture;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.TokenLocation;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.wire.WireClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Golden paths for tests: short limits, one user. */
final class GoldenPathFixtures {

  static final TimeLimits SHORT =
      new TimeLimits(
          TimeLimit.of(Duration.ofMillis(600)),
          TimeLimit.of(Duration.ofMillis(600)),
          TimeLimit.of(Duration.ofMillis(600)),
          TimeLimit.of(Duration.ofMillis(600)),
          TimeLimit.of(Duration.ofMillis(400)),
          Duration.ofMillis(300),
          new TimeLimits.EventLimits(
              TimeLimit.of(Duration.ofMillis(500)),
              TimeLimit.of(Duration.ofMillis(700)),
              TimeLimit.of(Duration.ofMillis(700)),
              TimeLimit.of(Duration.ofMillis(3000))));

  private GoldenPathFixtures() {}

  /** A guest's path to this socket. */
  static Probe guest(String url, TimeLimits limits) {
    return probe(new Login.None(), List.of(), url, Map.of(), limits);
  }

  /** The same, with requests around each run. */
  static Probe guest(String url, TimeLimits limits, RunHooks hooks) {
    return probe(new Login.None(), List.of(), hooks, url, Map.of(), limits);
  }

  /** The path of a user whose token the framing or a request carries. */
  static Probe withToken(String url, String token, TimeLimits limits) {
    return probe(
        new Login.StaticToken("sub"), List.of(), url, Map.of("token", Secret.of(token)), limits);
  }

  static RequestTemplate request(String method, String url, String json, Capture... captures) {
    return new RequestTemplate(
        method + " " + url.replaceFirst("^http://[^/]*", ""),
        method,
        Secret.of(url),
        Map.of(),
        json.isEmpty()
            ? new RequestTemplate.Body.Nothing()
            : new RequestTemplate.Body.Json(Secret.of(json)),
        new RequestTemplate.Expectation(null, List.of(captures)));
  }

  /** The path of a user of the demo platform that listens there. */
  static Probe demo(int port, DemoAccount account, TimeLimits limits) {
    String host = "://127.0.0.1:" + port;
    RequestTemplate request =
        new RequestTemplate(
            "POST /demo/auth/login",
            "POST",
            Secret.of("http" + host + "/demo/auth/login"),
            Map.of(),
            new RequestTemplate.Body.Json(
                Secret.of("{\"email\":\"{email}\",\"password\":\"{password}\"}")),
            new RequestTemplate.Expectation(
                null,
                List.of(new Capture("token", Capture.Source.POINTER, "/access_token", null))));
    return probe(
        new Login.HttpLogin(List.of(request), null, Login.TokenMetadata.FROM_TOKEN),
        List.of(new TokenLocation.Header()),
        "ws" + host + "/demo/ws",
        Map.of("email", Secret.of(account.email()), "password", Secret.of(account.password())),
        limits);
  }

  private static Probe probe(
      Login login,
      List<TokenLocation> carriers,
      String url,
      Map<String, Secret> credentials,
      TimeLimits limits) {
    return probe(login, carriers, RunHooks.NONE, url, credentials, limits);
  }

  private static Probe probe(
      Login login,
      List<TokenLocation> carriers,
      RunHooks hooks,
      String url,
      Map<String, Secret> credentials,
      TimeLimits limits) {
    TargetSocket socket =
        new TargetSocket(Secret.of(url), carriers, List.of(), Map.of(), 64 * 1024);
    Target target =
        new Target(
            "target",
            new TargetAccess(login, hooks, socket, Route.DIRECT, Route.DIRECT),
            List.of(new User(1, 1, credentials)),
            "agent-events",
            "default",
            RateLimits.DEFAULTS);
    return new Probe(
        target,
        Cadence.onDemand(Duration.ofSeconds(10)),
        limits,
        UserScript.DEFAULTS,
        List.of(),
        RegressionPolicy.DEFAULT,
        VerdictPolicy.EACH_RUN);
  }

  static TimeLimits welcome(Duration limit) {
    return new TimeLimits(
        SHORT.login(),
        SHORT.connect(),
        TimeLimit.of(limit),
        SHORT.queue(),
        SHORT.reconnect(),
        Duration.ofSeconds(2),
        SHORT.events());
  }

  static Journey path(Probe probe, WireClient wire) {
    return path(probe, BundledDialects.AGENT_EVENTS, wire);
  }

  static Journey path(Probe probe, Dialect dialect, WireClient wire) {
    return path(probe, dialect, wire, SessionScript.GOLDEN_PATH);
  }

  static Journey path(Probe probe, Dialect dialect, WireClient wire, SessionScript script) {
    RunContext context =
        new RunContext(
            probe,
            dialect,
            Contract.DEFAULT,
            wire,
            new RunContext.Clocks(InstantSource.system(), Stopwatch.SYSTEM, new Random(7)));
    return new SingleUserJourney(
        context, new TokenPool(InstantSource.system(), Stopwatch.SYSTEM), script);
  }

  static Run walk(Journey path) throws InterruptedException {
    Probe probe = path.probe();
    RunInfo ticket = new RunInfo("run", probe.id(), "local", Trigger.COMMAND, Instant.EPOCH);
    return path.run(ticket, probe.target().users());
  }
}

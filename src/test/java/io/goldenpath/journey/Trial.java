package io.goldenpath.journey;

import io.goldenpath.RealRuns;
import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Frame;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Run;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One account of the demo platform as a target of its own, with one journey. */
final class Trial implements AutoCloseable {

  private static final int TRIES = 4;

  private final RealRuns runs = new RealRuns();
  private final Journey journey;

  /**
   * @param settings the journey as an operator writes it, on one line
   */
  Trial(DemoPlatform demo, int account, String settings) {
    this(ofDemo(demo.port(), demo.accounts().number(account)), settings);
  }

  Trial(String access, String settings) {
    this.journey =
        runs.journey(
            Bench.setup(
                access
                    + """
                    limits:
                      login: 2s
                      connect: 2s
                      welcome: 1s
                      first-event: { degraded: 900ms, failed: 1300ms }
                      gap: 1300ms
                      tool: 1300ms
                      answer: 4s
                      reconnect: { degraded: 700ms, failed: 1500ms }
                      close: 500ms
                    listen: 250ms
                    manners: { connects: 100 }
                    journeys:
                    """
                    + settings.indent(2)));
  }

  /** One run; where our own machine stood still, it counts for nothing and is walked again. */
  Run run() throws InterruptedException {
    Run run = runs.walk(journey);
    for (int tries = 1; run.outcome() == Outcome.BROKEN && tries < TRIES; tries++) {
      run = runs.walk(journey);
    }
    return run;
  }

  /** Every finding as {@code kind in step (severity)}. */
  static Set<String> signs(Run run) {
    return run.findings().stream().map(Trial::sign).collect(Collectors.toSet());
  }

  /** What a person needs to see whether the platform or the monitor is to blame. */
  static String story(Run run) {
    Stream<String> frames = run.users().getFirst().transcript().frames().stream().map(Trial::line);
    Stream<String> findings =
        run.findings().stream().map(finding -> sign(finding) + ": " + finding.message());
    return Stream.concat(frames, findings).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    runs.close();
  }

  private static String sign(Finding finding) {
    return "%s in %s (%s)"
        .formatted(finding.kind().label(), finding.step().label(), finding.severity().label());
  }

  private static String line(Frame frame) {
    return "%6d ms %s %s".formatted(frame.at().toMillis(), frame.direction(), frame.text());
  }

  private static String ofDemo(int port, DemoAccount account) {
    return """
    login: { type: password, url: "http://127.0.0.1:%d/demo/auth/login" }
    socket: { url: "ws://127.0.0.1:%d/demo/ws" }
    users: [ { email: "%s", password: "%s" } ]
    """
        .formatted(port, port, account.email(), account.password().reveal());
  }
}

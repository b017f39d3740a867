package io.goldenpath.journey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoScope;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** One account of the demo platform as a target of its own, with one journey. */
public final class DemoAccountRun implements AutoCloseable {

  private static final int TRIES = 4;
  private static final int AT_ONCE = 12;

  private final JourneyRunner runs = new JourneyRunner();
  private final Journey journey;
  private int walked;

  /**
   * Something that is tried.
   *
   * @param behaviour how the platform behaves; null for well
   * @param runs on how many messages; null for all
   * @param journey the journey as an operator writes it, on one line
   * @param signs every finding, as {@link #signs} writes it
   */
  record Case(
      @Nullable DemoBehaviour behaviour,
      @Nullable Integer runs,
      String journey,
      Set<String> signs) {

    static Case good(@Nullable DemoBehaviour behaviour, String journey) {
      return new Case(behaviour, null, journey, Set.of());
    }

    static Case bad(@Nullable DemoBehaviour behaviour, String journey, String... signs) {
      return new Case(behaviour, null, journey, Set.of(signs));
    }

    /** On the first so many messages alone. */
    Case first(int messages) {
      return new Case(behaviour, messages, journey, signs);
    }

    @Override
    public String toString() {
      return journey + (behaviour == null ? "" : ", " + behaviour.name());
    }
  }

  /** All cases, several at once, each with an account of its own. */
  static Stream<DynamicTest> all(
      DemoPlatform demo, ExecutorService walkers, List<Case> cases, Consumer<Run> more) {
    Semaphore turns = new Semaphore(AT_ONCE);
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case one = cases.get(i);
      int account = i + 1;
      Future<Run> run = walkers.submit(() -> run(demo, account, one, turns));
      tests.add(
          DynamicTest.dynamicTest(
              one.toString(),
              () -> {
                Run done = run.get(60, TimeUnit.SECONDS);
                assertThat(signs(done)).as(story(done)).isEqualTo(one.signs());
                if (one.signs().isEmpty()) {
                  more.accept(done);
                }
              }));
    }
    return tests.stream();
  }

  private static Run run(DemoPlatform demo, int account, Case one, Semaphore turns)
      throws InterruptedException {
    turns.acquire();
    try (DemoAccountRun demoAccountRun = new DemoAccountRun(demo, account, one.journey())) {
      DemoScope user = DemoScope.user(demo.accounts().number(account).email());
      DemoBehaviour behaviour = one.behaviour();
      return demoAccountRun.run(() -> {
        if (behaviour != null) {
          demo.faults().switchOn(behaviour, one.runs() == null ? user : user.runs(one.runs()));
        }
      });
    } finally {
      turns.release();
    }
  }

  /**
   * @param settings the journey as an operator writes it, on one line
   */
  public DemoAccountRun(DemoPlatform demo, int account, String settings) {
    this(ofDemo(demo.port(), demo.accounts().number(account)), settings);
  }

  public DemoAccountRun(String access, String settings) {
    this.journey =
        runs.journey(
            YamlTargetRunner.setup(
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
  public Run run() throws InterruptedException {
    return run(() -> {});
  }

  /** The same, with this done before each attempt. */
  Run run(Runnable before) throws InterruptedException {
    Run run = walk(before);
    for (int tries = 1; run.outcome() == Outcome.BROKEN && tries < TRIES; tries++) {
      run = walk(before);
    }
    return run;
  }

  /** How many runs there were, those that count for nothing among them. */
  public int walked() {
    return walked;
  }

  private Run walk(Runnable before) throws InterruptedException {
    before.run();
    walked++;
    return runs.run(journey);
  }

  /** Every finding as {@code kind in step (severity)}. */
  public static Set<String> signs(Run run) {
    return run.findings().stream().map(DemoAccountRun::sign).collect(Collectors.toSet());
  }

  /** What a person needs to see whether the platform or the monitor is to blame. */
  public static String story(Run run) {
    Stream<String> frames =
        run.users().getFirst().transcript().frames().stream().map(DemoAccountRun::line);
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
        .formatted(port, port, account.email(), account.password());
  }

  public static void assertPassed(Run run) {
    assertThat(signs(run)).as(story(run)).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }
}

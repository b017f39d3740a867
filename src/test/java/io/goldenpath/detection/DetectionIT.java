package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each case of the catalogue, walked over real sockets. */
class DetectionIT {

  private static final int AT_ONCE = 16;
  private static final int TRIES = 6;
  private static final int PATIENCE_SECONDS = 180;

  private static final Catalogue CATALOGUE = Catalogue.whole();
  private static final Semaphore TURN = new Semaphore(AT_ONCE, true);

  @SuppressWarnings("NullAway.Init")
  private static MonitoredDemo monitoredDemo;

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService walkers;

  @BeforeAll
  static void start() throws InterruptedException {
    monitoredDemo = new MonitoredDemo((int) CATALOGUE.all().count());
    monitoredDemo.warmUp();
    walkers = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    walkers.shutdownNow();
    monitoredDemo.close();
    System.out.println(
        "Runs that counted for nothing and were repeated: " + monitoredDemo.broken());
  }

  @TestFactory
  Stream<DynamicTest> namesEachFaultAndNothingElseAndToleratesEachVariant() {
    List<DetectionCase> cases = CATALOGUE.all().toList();
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      DetectionCase one = cases.get(i);
      int user = i + 1;
      monitoredDemo.play(one, user);
      Journey journey = monitoredDemo.journey(user, one);
      int turns = one.quiet() ? AT_ONCE : 1;
      Future<Run> run = walkers.submit(inTurn(turns, () -> walk(one, journey)));
      tests.add(
          dynamicTest(
              one.behaviour().name(),
              () -> assertSigns(one, run.get(PATIENCE_SECONDS, TimeUnit.SECONDS))));
    }
    return tests.stream();
  }

  private static Run walk(DetectionCase one, Journey journey) throws InterruptedException {
    Run run = monitoredDemo.walk(journey);
    for (int tries = 1; one.quiet() && tries < TRIES && !signs(run).equals(one.signs()); tries++) {
      run = monitoredDemo.walk(journey);
    }
    return run;
  }

  private static Callable<Run> inTurn(int turns, Callable<Run> walk) {
    return () -> {
      TURN.acquire(turns);
      try {
        return walk.call();
      } finally {
        TURN.release(turns);
      }
    };
  }

  private static void assertSigns(DetectionCase one, Run run) {
    assertThat(signs(run))
        .as(() -> one.behaviour().description() + "\n" + story(run))
        .isEqualTo(one.signs());
  }

  private static Set<ExpectedFinding> signs(Run run) {
    return run.findings().stream().map(ExpectedFinding::of).collect(Collectors.toSet());
  }

  /** What a person needs to see whether the platform or the monitor is to blame. */
  private static String story(Run run) {
    Stream<String> frames =
        run.users().getFirst().transcript().frames().stream().map(DetectionIT::line);
    Stream<String> findings = run.findings().stream().map(Finding::message);
    return Stream.concat(frames, findings).collect(Collectors.joining("\n"));
  }

  private static String line(Frame frame) {
    return "%6d ms %s %s".formatted(frame.at().toMillis(), frame.direction(), frame.text());
  }
}

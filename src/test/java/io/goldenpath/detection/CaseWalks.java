package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks cases, a bounded number at once. */
final class CaseWalks implements AutoCloseable {

  private static final int AT_ONCE = 16;
  private static final int TRIES = 6;

  private final Semaphore turn = new Semaphore(AT_ONCE, true);
  private final ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor();

  /** The case as this user of the demo meets it. */
  Walk begin(MonitoredDemo demo, DetectionCase one, int user) {
    demo.play(one, user);
    Journey journey = demo.journey(user, one);
    int turns = one.quiet() ? AT_ONCE : 1;
    return new Walk(
        one,
        walkers.submit(() -> {
          turn.acquire(turns);
          try {
            return walk(demo, one, journey);
          } finally {
            turn.release(turns);
          }
        }));
  }

  private static Run walk(MonitoredDemo demo, DetectionCase one, Journey journey)
      throws InterruptedException {
    Run run = demo.walk(journey);
    for (int tries = 1; one.quiet() && tries < TRIES && !signs(run).equals(one.signs()); tries++) {
      run = demo.walk(journey);
    }
    return run;
  }

  private static Set<ExpectedFinding> signs(Run run) {
    return run.findings().stream().map(ExpectedFinding::of).collect(Collectors.toSet());
  }

  @Override
  public void close() {
    walkers.shutdownNow();
  }

  /**
   * A walk that has begun.
   *
   * @param one What is met.
   * @param run How it went.
   */
  record Walk(DetectionCase one, Future<Run> run) {

    void assertSigns(int patienceSeconds) throws Exception {
      Run walked = run.get(patienceSeconds, TimeUnit.SECONDS);
      assertThat(signs(walked))
          .as(() -> one.behaviour().description() + "\n" + story(walked))
          .isEqualTo(one.signs());
    }

    /** What a person needs to see whether the platform or the monitor is to blame. */
    private static String story(Run run) {
      Stream<String> frames = run.users().getFirst().transcript().frames().stream().map(Walk::line);
      Stream<String> findings = run.findings().stream().map(Finding::message);
      return Stream.concat(frames, findings).collect(Collectors.joining("\n"));
    }

    private static String line(Frame frame) {
      return "%6d ms %s %s".formatted(frame.at().toMillis(), frame.direction(), frame.text());
    }
  }
}

package io.goldenpath.history.recording;

import static org.awaitility.Awaitility.await;

import io.goldenpath.history.store.DatabaseAddress;
import io.goldenpath.history.store.RetentionLimits;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Stopwatch;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A history of 100 runs a second with their verdicts, written by a process of its own. */
final class RecordingProcess implements AutoCloseable {

  private static final String ENDED = "ended: ";

  /** What a process does for the first time is slow, and is stored before anything is measured. */
  private static final int WARM_UP = 30;

  private static final RetentionLimits LIMITS =
      new RetentionLimits(
          Duration.ofDays(14), Duration.ofDays(14), Long.MAX_VALUE, Duration.ofDays(400));

  private final Process process;
  private final Map<String, Long> endedAt = new ConcurrentHashMap<>();

  private RecordingProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /** Writes runs of these names into this file of H2, and prints each when it has ended. */
  public static void main(String[] arguments) {
    String prefix = arguments[1];
    WaitingRuns waiting = new WaitingRuns(10_000, Long.MAX_VALUE);
    RecordedMonitor monitor = new RecordedMonitor();
    RunRecorder recorder = new RunRecorder(waiting, true, monitor.verdicts::saved);
    StoreWriter writer =
        new StoreWriter(
            DatabaseAddress.file(Path.of(arguments[0])),
            LIMITS,
            waiting,
            List.of(monitor.storage),
            InstantSource.system(),
            Stopwatch.SYSTEM);
    writer.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> writer.status().available());
    monitor.begin(writer.store().orElseThrow());
    AtomicLong number = new AtomicLong();
    Supplier<Run> next =
        () -> {
          Run run = RecordedMonitor.run(prefix, number.incrementAndGet());
          monitor.finished(run);
          recorder.finished(run);
          return run;
        };
    Stream.generate(next).limit(WARM_UP).forEach(_ -> {});
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> waiting.size() == 0 && monitor.incidents.changes().none());
    Executors.newSingleThreadScheduledExecutor()
        .scheduleAtFixedRate(
            () -> System.out.println(ENDED + next.get().id()), 0, 10, TimeUnit.MILLISECONDS);
  }

  static RecordingProcess start(Path file, String prefix, File log) throws IOException {
    return new RecordingProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                file.toString(),
                prefix)
            .redirectError(log)
            .start());
  }

  int ended() {
    return endedAt.size();
  }

  /** Kills it unless it ends by itself before; gives the runs that ended earlier than that. */
  List<String> kill(Duration after, Duration earlier) throws InterruptedException {
    if (process.waitFor(after)) {
      throw new IllegalStateException("It has ended by itself, with " + process.exitValue());
    }
    long before = System.nanoTime() - earlier.toNanos();
    close();
    return endedAt.entrySet().stream()
        .filter(run -> run.getValue() < before)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private void read() {
    try (BufferedReader lines = process.inputReader()) {
      lines
          .lines()
          .filter(line -> line.startsWith(ENDED))
          .forEach(line -> endedAt.put(line.substring(ENDED.length()), System.nanoTime()));
    } catch (IOException | UncheckedIOException _) {
      // killed
    }
  }
}

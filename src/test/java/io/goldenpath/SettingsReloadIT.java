package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.load.CurrentSettings;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.load.SettingsReloader;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings that change at random moments while targets are probed. */
class SettingsReloadIT {

  private static final int RELOADS =
      Integer.getInteger("reloads", Boolean.getBoolean("thorough") ? 200 : 25);
  private static final int STEADY = 6;
  private static final int FICKLE = 12;
  private static final long SEED = Long.getLong("seed", 20261124L);
  private static final Duration PERIOD = Duration.ofSeconds(4);

  @TempDir private Path directory;
  private final InstantSource clock = InstantSource.system();
  private final Random random = new Random(SEED);
  private final RunRecorder recorder = new RunRecorder();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void losesAndDoublesNoRunAndLeavesNothingBehind() throws Exception {
    VerdictBoard board = new VerdictBoard(clock, List.of());
    RunMeters meters = new RunMeters(registry, board, "local", MetricsSettings.USUAL);
    try (DemoPlatform demo = DemoPlatform.start(0);
        WireClient wire = WireClient.open("test", TlsEngineFactory.JVM, Stopwatch.SYSTEM);
        Schedule schedule =
            new Schedule("local", List.of(board, meters, recorder), clock, Stopwatch.SYSTEM)) {
      ClientWarmUp.run(wire, Stopwatch.SYSTEM);
      Path file = directory.resolve("targets.yaml");
      Files.writeString(file, yaml(demo.port(), 0, "0s"));
      StandardEnvironment environment = new StandardEnvironment();
      environment
          .getPropertySources()
          .addFirst(
              new MapPropertySource("arguments", Map.of("spring.config.import", "file:" + file)));
      CurrentSettings current =
          new CurrentSettings(SettingsLoader.load(List.of(file)), clock.instant());
      JourneyFactory journeys = new JourneyFactory(wire, clock, Stopwatch.SYSTEM);
      schedule.replace(journeys.createAll(current.settings().setups()));
      schedule.start();
      Instant began = clock.instant();
      int refused = 0;
      try (SettingsReloader settingsReloader =
          new SettingsReloader(
              environment,
              current,
              Instant.EPOCH,
              clock,
              new SettingsChanges(schedule, journeys))) {
        for (int i = 1; i <= RELOADS; i++) {
          pause(random.nextInt(500));
          boolean wrong = random.nextInt(5) == 0;
          String yaml = yaml(demo.port(), random.nextInt(FICKLE + 1), random.nextInt(3) + "ms");
          Files.writeString(file, wrong ? yaml + "  lokation: here # " + i : yaml + "# " + i);
          settingsReloader.poll();
          settingsReloader.poll();
          assertThat(current.refusal().isPresent()).isEqualTo(wrong);
          refused += wrong ? 1 : 0;
        }
        Instant ended = clock.instant();
        schedule.replace(List.of());
        System.out.printf(
            "%d reloads, %d of them refused, in %d s: %d runs, skipped %s%n",
            RELOADS,
            refused,
            Duration.between(began, ended).toSeconds(),
            recorder.finished.size(),
            recorder.skipped);
        steadyRunsWereOnTime(began, ended);
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> recorder.started.keySet().equals(recorder.finished.keySet()));
      }
      assertThat(watched()).isEmpty();
    }
    assertThat(recorder.doubled).isEmpty();
    assertThat(threads()).isEmpty();
  }

  /**
   * No probe whose settings stayed the same missed a due time, or ran twice at one; but on a busy
   * machine a run may last beyond the next due time, which is then skipped.
   */
  private void steadyRunsWereOnTime(Instant began, Instant ended) {
    for (String target : steady()) {
      List<RunInfo> starts = recorder.starts(target);
      long dueTimes = starts.size();
      for (int i = 2; i < starts.size(); i++) {
        RunInfo before = starts.get(i - 1);
        Duration apart = Duration.between(recorder.due(before), recorder.due(starts.get(i)));
        long after = Math.max(1, apart.plus(PERIOD.dividedBy(2)).dividedBy(PERIOD));
        assertThat(apart.minus(PERIOD.multipliedBy(after)).abs())
            .as("off the due time, run %d of %s", i + 1, target)
            .isLessThan(Duration.ofMillis(900));
        assertThat(recorder.lasted(before))
            .as("run %d of %s, which began %d due times before the next", i, target, after)
            .isGreaterThan(PERIOD.multipliedBy(after - 1).minusMillis(900));
        dueTimes += after - 1;
      }
      long passed = Duration.between(began, ended).dividedBy(PERIOD);
      assertThat(dueTimes).as("due times of %s", target).isBetween(passed - 2, passed + 2);
    }
    recorder.skipped.forEach((probe, reasons) -> {
      if (steady().contains(probe.target())) {
        assertThat(reasons).as("skips of %s", probe).containsOnly(SkipReason.OVERLAP);
      }
    });
  }

  private static void pause(int millis) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
  }

  private String yaml(int port, int fickle, String hold) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= FICKLE; i++) {
      names.add("fickle-" + i);
    }
    Collections.shuffle(names, random);
    StringBuilder yaml = new StringBuilder("goldenpath:\n  targets:\n");
    steady().stream().sorted().forEach(name -> yaml.append(target(name, port, "0s")));
    names.subList(0, fickle).forEach(name -> yaml.append(target(name, port, hold)));
    return yaml.toString();
  }

  private static String target(String name, int port, String hold) {
    return """
        %s:
          login: { type: none }
          socket: { url: "ws://127.0.0.1:%d/demo/guest/ws" }
          hold: %s
          manners: { connects: 600 }
          journeys: { golden-path: { every: %ds } }
    """
        .formatted(name, port, hold, PERIOD.toSeconds());
  }

  private static Set<String> steady() {
    Map<String, Boolean> names = new HashMap<>();
    for (int i = 1; i <= STEADY; i++) {
      names.put("steady-" + i, true);
    }
    return names.keySet();
  }

  private Set<String> watched() {
    return registry.getMeters().stream()
        .flatMap(meter -> Stream.ofNullable(meter.getId().getTag("target")))
        .collect(Collectors.toSet());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("settings") || name.startsWith("schedule"))
        .toList();
  }

  private record SettingsChanges(Schedule schedule, JourneyFactory journeys)
      implements SettingsReloader.Listener {

    @Override
    public void applied(Settings settings) {
      schedule.replace(journeys.createAll(settings.setups()));
    }

    @Override
    public void refused() {}
  }

  /** Writes down what happened to each run. */
  private static final class RunRecorder implements RunListener {

    private final Map<String, RunInfo> started = new ConcurrentHashMap<>();
    private final Map<String, Duration> lateness = new ConcurrentHashMap<>();
    private final Map<String, Run> finished = new ConcurrentHashMap<>();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();
    private final Map<ProbeId, Set<SkipReason>> skipped = new ConcurrentHashMap<>();

    @Override
    public void started(RunInfo ticket, Duration late) {
      lateness.put(ticket.id(), late);
      if (started.put(ticket.id(), ticket) != null) {
        doubled.add(ticket.id());
      }
    }

    @Override
    public void finished(Run run) {
      if (finished.put(run.id(), run) != null) {
        doubled.add(run.id());
      }
    }

    @Override
    public void skipped(ProbeId probe, SkippedRun run) {
      skipped.computeIfAbsent(probe, _ -> ConcurrentHashMap.newKeySet()).add(run.reason());
    }

    private List<RunInfo> starts(String target) {
      return started.values().stream()
          .filter(ticket -> ticket.probe().target().equals(target))
          .sorted(Comparator.comparing(RunInfo::startedAt))
          .toList();
    }

    private Instant due(RunInfo ticket) {
      return ticket.startedAt().minus(Objects.requireNonNull(lateness.get(ticket.id())));
    }

    private Duration lasted(RunInfo ticket) {
      return Objects.requireNonNull(finished.get(ticket.id())).duration();
    }
  }
}

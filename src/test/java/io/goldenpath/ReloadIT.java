package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.metrics.RunMeters;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.settings.Reload;
import io.goldenpath.settings.Settings;
import io.goldenpath.settings.SettingsInForce;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.wire.Wire;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings that change at random moments while targets are probed. */
class ReloadIT {

  private static final int RELOADS =
      Integer.getInteger("reloads", Boolean.getBoolean("thorough") ? 200 : 25);
  private static final int STEADY = 6;
  private static final int FICKLE = 12;
  private static final long SEED = Long.getLong("seed", 20261124L);
  private static final Duration PERIOD = Duration.ofSeconds(4);

  @TempDir private Path directory;
  private final InstantSource clock = InstantSource.system();
  private final Random random = new Random(SEED);
  private final Diary diary = new Diary();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void losesAndDoublesNoRunAndLeavesNothingBehind() throws Exception {
    VerdictBoard board = new VerdictBoard(clock);
    RunMeters meters = new RunMeters(registry, board, "local");
    try (DemoPlatform demo = DemoPlatform.start(0);
        Wire wire = Wire.open("test", Stopwatch.SYSTEM);
        Schedule schedule =
            new Schedule("local", List.of(board, meters, diary), clock, Stopwatch.SYSTEM)) {
      wire.rehearse();
      Path file = directory.resolve("targets.yaml");
      Files.writeString(file, yaml(demo.port(), 0, "0s"));
      StandardEnvironment environment = new StandardEnvironment();
      environment
          .getPropertySources()
          .addFirst(
              new MapPropertySource("arguments", Map.of("spring.config.import", "file:" + file)));
      SettingsInForce inForce =
          new SettingsInForce(SettingsLoader.load(List.of(file)), clock.instant());
      Journeys journeys = new Journeys(wire, clock, Stopwatch.SYSTEM);
      schedule.replace(journeys.all(inForce.settings().setups()));
      schedule.start();
      Instant began = clock.instant();
      int refused = 0;
      try (Reload reload =
          new Reload(environment, inForce, clock, new Changes(schedule, journeys))) {
        for (int i = 1; i <= RELOADS; i++) {
          pause(random.nextInt(500));
          boolean wrong = random.nextInt(5) == 0;
          String yaml = yaml(demo.port(), random.nextInt(FICKLE + 1), random.nextInt(3) + "ms");
          Files.writeString(file, wrong ? yaml + "  lokation: here # " + i : yaml + "# " + i);
          reload.look();
          reload.look();
          assertThat(inForce.refusal().isPresent()).isEqualTo(wrong);
          refused += wrong ? 1 : 0;
        }
        Instant ended = clock.instant();
        Files.writeString(file, "goldenpath: { demo: { enabled: false } }");
        reload.look();
        reload.look();
        System.out.printf(
            "%d reloads, %d of them refused, in %d s: %d runs, skipped %s%n",
            RELOADS,
            refused,
            Duration.between(began, ended).toSeconds(),
            diary.finished.size(),
            diary.skipped);
        steadyRunsWereOnTime(began, ended);
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> diary.started.keySet().equals(diary.finished.keySet()));
      }
      assertThat(watched()).isEmpty();
    }
    assertThat(diary.doubled).isEmpty();
    assertThat(threads()).isEmpty();
  }

  /**
   * No probe whose settings stayed the same missed a slot, or had one twice; but on a busy machine
   * a run may last into the next slot, which is then left out.
   */
  private void steadyRunsWereOnTime(Instant began, Instant ended) {
    for (String target : steady()) {
      List<RunTicket> starts = diary.starts(target);
      long slots = starts.size();
      for (int i = 2; i < starts.size(); i++) {
        RunTicket before = starts.get(i - 1);
        Duration apart = Duration.between(before.startedAt(), starts.get(i).startedAt());
        long after = Math.max(1, apart.plus(PERIOD.dividedBy(2)).dividedBy(PERIOD));
        assertThat(apart.minus(PERIOD.multipliedBy(after)).abs())
            .as("off the slot, run %d of %s", i + 1, target)
            .isLessThan(Duration.ofMillis(900));
        assertThat(diary.lasted(before))
            .as("run %d of %s, which began %d slots before the next", i, target, after)
            .isGreaterThan(PERIOD.multipliedBy(after - 1).minusMillis(900));
        slots += after - 1;
      }
      long passed = Duration.between(began, ended).dividedBy(PERIOD);
      assertThat(slots).as("slots of %s", target).isBetween(passed - 2, passed + 2);
    }
    diary.skipped.forEach((probe, reasons) -> {
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
        .map(meter -> String.valueOf(meter.getId().getTag("target")))
        .collect(Collectors.toSet());
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.equals("settings") || name.startsWith("schedule"))
        .toList();
  }

  private record Changes(Schedule schedule, Journeys journeys) implements Reload.Listener {

    @Override
    public void taken(Settings settings) {
      schedule.replace(journeys.all(settings.setups()));
    }

    @Override
    public void refused() {}
  }

  /** Writes down what happened to each run. */
  private static final class Diary implements RunListener {

    private final Map<String, RunTicket> started = new ConcurrentHashMap<>();
    private final Map<String, Run> finished = new ConcurrentHashMap<>();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();
    private final Map<ProbeId, Set<SkipReason>> skipped = new ConcurrentHashMap<>();

    @Override
    public void started(RunTicket ticket, Duration lateness) {
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
    public void skipped(ProbeId probe, SkipReason reason) {
      skipped.computeIfAbsent(probe, _ -> ConcurrentHashMap.newKeySet()).add(reason);
    }

    private List<RunTicket> starts(String target) {
      return started.values().stream()
          .filter(ticket -> ticket.probe().target().equals(target))
          .sorted(Comparator.comparing(RunTicket::startedAt))
          .toList();
    }

    private Duration lasted(RunTicket ticket) {
      return Objects.requireNonNull(finished.get(ticket.id())).duration();
    }
  }
}

import com.sun.management.ThreadMXBean;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.schedule.Schedule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * The golden path of a cheap platform in a closed loop, so many at once: with nothing but Netty, and
 * as the monitor's schedule runs and judges it. Prints journeys a second, CPU of each, and the ratio.
 */
public final class Compare {

  private Compare() {}

  /** Takes how many seconds each half lasts, and how many journeys are under way at once. */
  public static void main(String[] args) throws Exception {
    Duration half = Duration.ofSeconds(Integer.parseInt(args[0]));
    for (int i = 1; i < args.length; i++) {
      int atOnce = Integer.parseInt(args[i]);
      try (CheapPlatform platform = CheapPlatform.start(Duration.ofMillis(atOnce < 200 ? 0 : 900))) {
        double bare = bare(platform, atOnce, half);
        double monitor = monitor(platform, atOnce, half);
        System.out.printf(Locale.ROOT, "%d at once: ratio %.2f%n", atOnce, monitor / bare);
      }
    }
    System.exit(0);
  }

  private static double bare(CheapPlatform platform, int atOnce, Duration half) throws Exception {
    try (BareClient client = new BareClient(platform.port())) {
      client.run(atOnce, half.dividedBy(2));
      Meter meter = new Meter(platform);
      return meter.tell("bare Netty", atOnce, client.run(0, half), half);
    }
  }

  private static double monitor(CheapPlatform platform, int atOnce, Duration half)
      throws Exception {
    Repeated repeated = new Repeated();
    try (Monitor monitor = new Monitor();
        Schedule schedule =
            new Schedule("local", List.of(repeated), InstantSource.system(), Stopwatch.SYSTEM)) {
      repeated.schedule = schedule;
      schedule.replace(monitor.journeys(settings(platform, atOnce)));
      schedule.start();
      Thread.sleep(half.plusSeconds(10));
      Meter meter = new Meter(platform);
      long before = repeated.ended.sum();
      Thread.sleep(half);
      double rate = meter.tell("monitor", atOnce, repeated.ended.sum() - before, half);
      System.out.println("  " + repeated.outcomes);
      return rate;
    } finally {
      repeated.close();
    }
  }

  private static Map<String, Object> settings(CheapPlatform platform, int targets) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < targets; i++) {
      String target = "goldenpath.targets.t" + i + ".";
      String at = "127.0.0.1:" + platform.port();
      settings.put(target + "login.type", "password");
      settings.put(target + "login.url", "http://" + at + "/auth/login");
      settings.put(target + "socket.url", "ws://" + at + "/ws");
      settings.put(target + "users[0].email", "t" + i + "@example.com");
      settings.put(target + "users[0].password", "not that secret");
      settings.put(target + "manners.connects", "100000000");
      settings.put(target + "listen", "0s");
      settings.put(target + "journeys.golden-path.every", "1h");
    }
    return settings;
  }

  /** Each probe's next run begins when one has ended. */
  private static final class Repeated implements RunListener {

    private final LongAdder ended = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile Schedule schedule;

    @Override
    public void finished(Run run) {
      ended.increment();
      outcomes.computeIfAbsent(run.outcome(), _ -> new LongAdder()).increment();
      ProbeId probe = run.probe();
      thread.execute(() -> again(probe));
    }

    /** The run that has ended is told before it is out of the queue. */
    private void again(ProbeId probe) {
      while (schedule.request(probe) instanceof RunAdmission.InFlight) {
        Thread.onSpinWait();
      }
    }

    void close() {
      thread.shutdownNow();
    }
  }

  private record Meter(
      CheapPlatform platform,
      Duration ours,
      Duration theirs,
      ThreadTimes threads,
      long allocated) {

    Meter(CheapPlatform platform) throws IOException {
      this(
          platform,
          worked(),
          platform.worked(),
          ThreadTimes.of(ProcessHandle.current().pid()),
          bytes());
    }

    double tell(String who, int atOnce, long journeys, Duration time) throws IOException {
      System.out.printf(
          Locale.ROOT,
          "%s, %d at once: %.0f journeys/s, %.3f ms of CPU each, platform %.3f ms%n",
          who,
          atOnce,
          journeys / (time.toMillis() / 1e3),
          worked().minus(ours).toNanos() / 1e6 / journeys,
          platform.worked().minus(theirs).toNanos() / 1e6 / journeys);
      ThreadTimes later = ThreadTimes.of(ProcessHandle.current().pid());
      System.out.printf(
          "  %d KiB allocated each; CPU: %s%n",
          (bytes() - allocated) / 1024 / journeys, later.since(threads, worked().minus(ours).toNanos() / 1e6, journeys));
      return journeys / (time.toMillis() / 1e3);
    }

    private static long bytes() {
      return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes();
    }

    private static Duration worked() {
      return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }
}

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a thousand users at one target do to the golden path of another: its lateness and its times
 * at the 99th percentile, alone and with the crowd on. Each platform is a process of its own, but
 * they share the machine with the monitor.
 */
public final class Neighbour implements RunListener {

  private static final int USERS = 1_000;
  private static final int NEIGHBOURS = 4;
  private static final int WARMING = 6;
  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

  private final Map<String, List<Duration>> times = new TreeMap<>();
  private String outcomes = "";

  private Neighbour() {}

  /** Takes how many seconds each half lasts, 60 unless told. */
  public static void main(String[] args) throws Exception {
    Duration half = Duration.ofSeconds(args.length == 0 ? 60 : Integer.parseInt(args[0]));
    try (DemoHost there = DemoHost.startNice(10, USERS, "busy_agent");
        DemoHost here = DemoHost.startNice(-10, 1);
        Monitor monitor = new Monitor()) {
      Neighbour neighbour = new Neighbour();
      List<Journey> journeys = monitor.journeys(settings(there, here));
      ProbeId crowd =
          journeys.stream()
              .map(journey -> journey.probe().id())
              .filter(id -> id.target().equals("crowd"))
              .findFirst()
              .orElseThrow();
      try (Schedule schedule =
          new Schedule("local", List.of(neighbour), InstantSource.system(), Stopwatch.SYSTEM)) {
        schedule.replace(journeys);
        schedule.start();
        // so that its code is compiled and its users hold tokens, as they are after some minutes
        for (int i = 0; i < WARMING; i++) {
          schedule.request(crowd);
          while (schedule.inFlight().stream().anyMatch(run -> run.probe().equals(crowd))) {
            Thread.sleep(100);
          }
        }
        System.out.println("warming up: " + neighbour.outcomes());
        neighbour.take();
        Thread.sleep(half);
        Map<String, List<Duration>> alone = neighbour.take();
        Duration ours = worked();
        Duration theirs = there.worked();
        Instant end = Instant.now().plus(half);
        while (Instant.now().isBefore(end)) {
          schedule.request(crowd);
          Thread.sleep(100);
        }
        Map<String, List<Duration>> crowded = neighbour.take();
        alone.forEach((what, seen) -> tell(what, seen, crowded.getOrDefault(what, List.of())));
        System.out.printf(
            "processor time: monitor %s, the crowd's platform %s%n",
            worked().minus(ours), there.worked().minus(theirs));
        System.out.println("crowds of " + USERS + ", and what broke: " + neighbour.outcomes());
      }
    }
  }

  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public synchronized void started(RunInfo ticket, Duration lateness) {
    if (!ticket.probe().target().equals("crowd")) {
      note("lateness", lateness);
    }
  }

  @Override
  public synchronized void finished(Run run) {
    boolean crowd = run.probe().target().equals("crowd");
    if (crowd || run.outcome() == Outcome.BROKEN) {
      String who = crowd ? "crowd" : "neighbour";
      outcomes += "; " + who + " " + run.outcome() + " in " + run.duration().toMillis() + " ms";
      return;
    }
    for (Step step : List.of(Step.CONNECT, Step.WELCOME)) {
      Optional<StepResult> result = run.users().getFirst().step(step);
      result.ifPresent(took -> note(step.label(), took.duration()));
    }
    Instant told = null;
    Duration came = null;
    for (Frame frame : run.users().getFirst().transcript().frames()) {
      Matcher time = TIME.matcher(frame.text());
      if (frame.direction() == Frame.Direction.RECEIVED && time.find()) {
        Instant at = OffsetDateTime.parse(time.group(1)).toInstant();
        if (told != null && came != null) {
          note("gap, off by", frame.at().minus(came).minus(Duration.between(told, at)).abs());
        }
        told = at;
        came = frame.at();
      }
    }
  }

  private void note(String what, Duration time) {
    times.computeIfAbsent(what, _ -> new ArrayList<>()).add(time);
  }

  private synchronized Map<String, List<Duration>> take() {
    Map<String, List<Duration>> taken = new LinkedHashMap<>(times);
    times.clear();
    return taken;
  }

  private synchronized String outcomes() {
    String told = outcomes.isEmpty() ? "nothing" : outcomes.substring(2);
    outcomes = "";
    return told;
  }

  private static void tell(String what, List<Duration> alone, List<Duration> crowded) {
    System.out.printf(
        "%s: alone p50 %.2f, p99 %.2f ms (%d); in a crowd p50 %.2f, p99 %.2f ms (%d)%n",
        what,
        at(alone, 0.5),
        at(alone, 0.99),
        alone.size(),
        at(crowded, 0.5),
        at(crowded, 0.99),
        crowded.size());
  }

  private static double at(List<Duration> times, double share) {
    if (times.isEmpty()) {
      return Double.NaN;
    }
    List<Duration> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    int place = (int) Math.min(sorted.size() - 1, Math.round(share * sorted.size()));
    return sorted.get(place).toNanos() / 1e6;
  }

  private static Map<String, Object> settings(DemoHost there, DemoHost here) {
    Map<String, Object> settings = there.target("crowd", USERS);
    settings.put("goldenpath.targets.crowd.journeys.isolation.users", String.valueOf(USERS));
    settings.put("goldenpath.targets.crowd.journeys.isolation.every", "never");
    for (int i = 1; i <= NEIGHBOURS; i++) {
      settings.putAll(here.target("neighbour-" + i, 1));
      settings.put("goldenpath.targets.neighbour-" + i + ".journeys.golden-path.every", "2500ms");
    }
    return settings;
  }
}

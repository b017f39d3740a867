import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.model.target.Route;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpCall;
import io.goldenpath.wire.HttpResult;
import io.goldenpath.wire.ReceiveResult;
import io.goldenpath.wire.UpgradeCall;
import io.goldenpath.wire.WebSocket;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The truth of the clock: when an event's arrival was noted, minus when the demo platform made it to
 * hand it to its socket, with one run at a time. The platform stamps each event with its own wall
 * clock, to the microsecond, before it writes the frame, so the figures are upper bounds.
 */
public final class ClockTruth {

  private static final Pattern EVENT = Pattern.compile("\"type\":\"(?:agent_|tool_)[a-z]+\"");
  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
  /** As many runs as a monitor has behind it after some minutes, so that its code is compiled. */
  private static final int WARM_UP = 600;

  private static final int WARM_UP_AT_ONCE = 20;

  private ClockTruth() {}

  /** Takes the number of runs, 100 unless told. */
  public static void main(String[] args) throws Exception {
    int runs = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    List<Long> micros = new ArrayList<>();
    try (DemoPlatform demo = DemoPlatform.start(0);
        WireClient wire = WireClient.open("clock-truth", TlsEngineFactory.JVM, Stopwatch.SYSTEM)) {
      warmUp(demo, wire);
      for (int run = 0; run < runs; run++) {
        micros.addAll(walk(demo, wire));
      }
    }
    Collections.sort(micros);
    System.out.printf(
        "%d runs, %d events: min %d, p50 %d, p90 %d, p99 %d, max %d microseconds%n",
        runs,
        micros.size(),
        micros.getFirst(),
        at(micros, 0.5),
        at(micros, 0.9),
        at(micros, 0.99),
        micros.getLast());
  }

  private static void warmUp(DemoPlatform demo, WireClient wire) throws Exception {
    try (ExecutorService walkers = Executors.newFixedThreadPool(WARM_UP_AT_ONCE)) {
      List<Callable<List<Long>>> walks =
          Collections.nCopies(WARM_UP, () -> walk(demo, wire));
      for (Future<List<Long>> walked : walkers.invokeAll(walks)) {
        walked.get();
      }
    }
  }

  private static List<Long> walk(DemoPlatform demo, WireClient wire) throws Exception {
    DemoAccount account = demo.accounts().number(1);
    String host = "://127.0.0.1:" + demo.port();
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(account.email(), account.password());
    HttpCall login =
        new HttpCall(
            "POST",
            URI.create("http" + host + "/demo/auth/login"),
            Map.of("Content-Type", Secret.of("application/json")),
            body,
            Route.DIRECT);
    String reply = ((HttpResult.Answered) wire.exchange(login, soon())).reply().body();
    UpgradeCall call =
        new UpgradeCall(
            URI.create("ws" + host + "/demo/ws"),
            Map.of("Authorization", Secret.of("Bearer " + first(TOKEN, reply))),
            List.of(),
            64 * 1024,
            Route.DIRECT);
    WebSocket socket = ((ConnectResult.Connected) wire.connect(call, soon())).socket();
    try {
      return listen(socket);
    } finally {
      socket.close(Deadline.in(Duration.ofMillis(200), Stopwatch.SYSTEM));
    }
  }

  private static List<Long> listen(WebSocket socket) throws InterruptedException {
    long nanos = Stopwatch.SYSTEM.nanos();
    Instant date = Instant.now();
    List<Long> micros = new ArrayList<>();
    boolean asked = false;
    while (true) {
      if (!(socket.receive(soon()) instanceof ReceiveResult.Text text)) {
        throw new IllegalStateException("the run broke off");
      }
      if (!asked) {
        socket.send(
            "{\"type\":\"user_message\",\"payload\":{\"content\":\"What is 17 + 25?\"}}", soon());
        asked = true;
      } else if (EVENT.matcher(text.text()).find()) {
        Instant arrived = date.plusNanos(text.arrivalNanos() - nanos);
        Instant handed = OffsetDateTime.parse(first(TIME, text.text())).toInstant();
        micros.add(Duration.between(handed, arrived).toNanos() / 1000);
        if (text.text().contains("\"agent_completed\"")) {
          return micros;
        }
      }
    }
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * sorted.size())));
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(5), Stopwatch.SYSTEM);
  }
}

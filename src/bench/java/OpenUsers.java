import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What one more open user of the isolation journey costs: live heap while a thousand users are
 * connected, welcomed and wait, less that of a hundred, divided by the difference.
 */
public final class OpenUsers {

  private static final int FEW = 100;
  private static final int MANY = 1_000;

  private OpenUsers() {}

  public static void main(String[] args) throws Exception {
    try (DemoHost demo = DemoHost.start(MANY);
        Monitor monitor = new Monitor()) {
      // the first round loads classes and fills pools
      held(monitor, demo, MANY);
      long few = held(monitor, demo, FEW);
      long many = held(monitor, demo, MANY);
      System.out.printf(
          "%d users: %d KiB, %d users: %d KiB; one more user: %.1f KiB%n",
          FEW, few / 1024, MANY, many / 1024, (many - few) / 1024.0 / (MANY - FEW));
    }
  }

  private static long held(Monitor monitor, DemoHost demo, int users) throws Exception {
    Map<String, Object> settings = demo.target("crowd", users);
    settings.put("goldenpath.targets.crowd.hold", "50s");
    settings.put("goldenpath.targets.crowd.journeys.isolation.users", String.valueOf(users));
    settings.put("goldenpath.targets.crowd.journeys.isolation.every", "never");
    Journey journey = monitor.journeys(settings).getFirst();
    RunInfo ticket =
        new RunInfo("run", journey.probe().id(), "local", Trigger.COMMAND, Instant.EPOCH);
    long before = sockets();
    Thread run =
        Thread.ofPlatform()
            .start(() -> {
              try {
                journey.run(ticket, journey.probe().target().users());
              } catch (InterruptedException ex) {
                // that is how it ends
              }
            });
    while (sockets() - before < users) {
      Thread.sleep(200);
    }
    Thread.sleep(3_000);
    long heap = heap();
    run.interrupt();
    run.join();
    return heap;
  }

  private static long sockets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(OpenUsers::socket).count();
    }
  }

  private static boolean socket(Path file) {
    try {
      return Files.readSymbolicLink(file).toString().startsWith("socket:");
    } catch (IOException gone) {
      return false;
    }
  }

  /** Bytes of all objects that live, by the JVM's own count after a full collection. */
  private static long heap() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    return histogram
        .toString()
        .lines()
        .filter(line -> line.startsWith("Total"))
        .map(line -> line.strip().split("\\s+")[2])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}

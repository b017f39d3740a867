import io.goldenpath.settings.load.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long it takes to read a file with many targets. */
public final class ManySettings {

  private ManySettings() {}

  /** Takes numbers of targets; each is read twice, the first time with code that is cold. */
  public static void main(String[] args) throws Exception {
    System.setProperty("PASSWORD", "not that secret");
    Path file = Files.createTempFile("targets", ".yaml");
    for (String number : args) {
      int targets = Integer.parseInt(number);
      Files.writeString(file, yaml(targets));
      for (int i = 0; i < 2; i++) {
        Duration worked = worked();
        long begin = System.nanoTime();
        int probes = SettingsLoader.load(List.of(file)).setups().size();
        System.out.printf(
            Locale.ROOT,
            "%d targets, %d probes: %.2f s, %.2f s of CPU%n",
            targets,
            probes,
            (System.nanoTime() - begin) / 1e9,
            worked().minus(worked).toNanos() / 1e9);
      }
    }
    Files.delete(file);
  }

  private static String yaml(int targets) {
    StringBuilder yaml = new StringBuilder("goldenpath:\n  targets:\n");
    for (int i = 0; i < targets; i++) {
      yaml.append(
          """
              t%1$d:
                login: { type: password, url: "https://auth.example.com/auth/login" }
                socket: { url: "wss://api.example.com/ws" }
                users: [ { email: t%1$d@example.com, password: "${PASSWORD}" } ]
                limits: { answer: { degraded: 2s, failed: 5s } }
                journeys: { golden-path: { every: 60s } }
          """
              .formatted(i));
    }
    return yaml.toString();
  }

  private static Duration worked() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

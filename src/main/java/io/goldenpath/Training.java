package io.goldenpath;

import io.goldenpath.model.run.VerdictListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A check, a service until its first verdict, and questions for its health, in one process: what
 * the JVM makes its AOT cache from.
 */
final class Training {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** A first run or page may be too slow on a busy machine. */
  private static final int ATTEMPTS = 20;

  private Training() {}

  /** Names the file in which to leave what this Java says of itself, for the launcher. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Files.copy(
        Path.of(System.getProperty("java.home"), "release"),
        Path.of(args[0]),
        StandardCopyOption.REPLACE_EXISTING);
    perform("check", "demo", "--goldenpath.demo.enabled=true");
    serve();
    System.exit(0);
  }

  private static void serve() throws InterruptedException {
    CountDownLatch judged = new CountDownLatch(1);
    try (ConfigurableApplicationContext monitor =
        new SpringApplicationBuilder(GoldenPathMonitor.class)
            .initializers(context -> announce((GenericApplicationContext) context, judged))
            .run("--server.port=0", "--goldenpath.demo.enabled=true")) {
      require(judged.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
      int port = monitor.getBean(WatchedProbes.class).port();
      MonitorAddress address = new MonitorAddress(monitor.getEnvironment());
      String page = address.page(port);
      List<String> asked =
          List.of(page + "/", page + "/actuator/prometheus", address.liveness().toString());
      for (String place : asked) {
        perform("health", place);
      }
    }
  }

  private static void announce(GenericApplicationContext context, CountDownLatch judged) {
    context.registerBean("training", VerdictListener.class, () -> _ -> judged.countDown());
  }

  private static void perform(String... command) {
    require(IntStream.range(0, ATTEMPTS).anyMatch(_ -> GoldenPathMonitor.perform(command) == 0));
  }

  private static void require(boolean done) {
    if (!done) {
      throw new IllegalStateException("the training did not get through; see above");
    }
  }
}

package io.goldenpath;

import io.goldenpath.cli.Commands;
import io.goldenpath.cli.ExitCode;
import io.goldenpath.cli.HealthRequest;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.context.annotation.ComponentScan;

/**
 * Starts the monitor as a service, or performs one command. Beans are looked for where there are
 * any: to read every class of the monitor would take a tenth of a start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = GoldenPathMonitor.class, resourcePattern = "*.class")
@ComponentScan({"io.goldenpath.health", "io.goldenpath.web"})
public class GoldenPathMonitor {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("run")) {
      serve(Arrays.copyOfRange(args, 1, args.length));
    } else if (Commands.isCommand(args)) {
      System.exit(perform(args));
    } else {
      serve(args);
    }
  }

  private static void serve(String... args) {
    try {
      SpringApplication.run(GoldenPathMonitor.class, args);
    } catch (ConfigDataException _) {
      // Spring has explained it already, but would end with 1
      System.exit(ExitCode.CONFIGURATION);
    }
  }

  static int perform(String... args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    // standard output is the command's result alone: what is logged goes elsewhere
    System.setOut(System.err);
    String data = System.getenv("GOLDENPATH_DATA");
    if (args.length == 1 && args[0].equals("health") && data != null) {
      Optional<Integer> asked = HealthRequest.ask(Path.of(data), out);
      if (asked.isPresent()) {
        return asked.get();
      }
    }
    return new Commands(
            StandaloneCheckEnvironment::open,
            MonitorAddress::read,
            StandaloneDemo::open,
            MonitorVersion.current(),
            System.getenv())
        .testing(StandaloneReceivers::open)
        .execute(out, err, args);
  }
}

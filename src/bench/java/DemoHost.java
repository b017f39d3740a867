import io.goldenpath.catalogue.DemoCatalogue;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A demo platform in a process of its own, so that what it costs is not taken for the monitor's. */
public final class DemoHost implements AutoCloseable {

  private final Process process;
  private final int port;
  private final Map<String, String> accounts;

  private DemoHost(Process process, int port, Map<String, String> accounts) {
    this.process = process;
    this.port = port;
    this.accounts = accounts;
  }

  /** Takes the number of accounts, and behaviours to switch on; ends with its input. */
  public static void main(String[] args) throws IOException {
    try (DemoPlatform demo = DemoPlatform.start(0, new DemoSetup(Integer.parseInt(args[0]), 7))) {
      for (int i = 1; i < args.length; i++) {
        demo.faults().switchOn(DemoCatalogue.named(args[i]));
      }
      System.out.println("port " + demo.port());
      for (DemoAccount account : demo.accounts().all()) {
        System.out.println("account " + account.email() + " " + account.password());
      }
      System.out.println("ready");
      while (System.in.read() >= 0) {}
    }
  }

  /** Starts one with so many accounts, which behaves so. */
  static DemoHost start(int accounts, String... behaviours) throws IOException {
    return startNice(0, accounts, behaviours);
  }

  /** Starts one that gives way to the machine's other processes, or they to it below zero. */
  static DemoHost startNice(int niceness, int accounts, String... behaviours) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "nice",
                "-n",
                String.valueOf(niceness),
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "src/bench/java/DemoHost.java",
                String.valueOf(accounts)));
    command.addAll(List.of(behaviours));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Map<String, String> known = new LinkedHashMap<>();
    int port = 0;
    for (String line = out.readLine(); line != null && !line.equals("ready"); line = out.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("port")) {
        port = Integer.parseInt(words[1]);
      } else if (words[0].equals("account")) {
        known.put(words[1], words[2]);
      }
    }
    return new DemoHost(process, port, known);
  }

  /** The first so many users of it as settings of a target of this name. */
  Map<String, Object> target(String name, int users) {
    Map<String, Object> properties = new LinkedHashMap<>();
    String target = "goldenpath.targets." + name + ".";
    properties.put(target + "login.type", "password");
    properties.put(target + "login.url", "http://127.0.0.1:" + port + "/demo/auth/login");
    properties.put(target + "socket.url", "ws://127.0.0.1:" + port + "/demo/ws");
    properties.put(target + "manners.connects", "100000");
    properties.put(target + "manners.logins", "1000");
    int number = 0;
    for (Map.Entry<String, String> account : accounts.entrySet()) {
      if (number < users) {
        properties.put(target + "users[" + number + "].email", account.getKey());
        properties.put(target + "users[" + number + "].password", account.getValue());
        number++;
      }
    }
    return properties;
  }

  /** How long this process has worked so far. */
  Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}

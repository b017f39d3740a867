package io.goldenpath.standstill;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.DemoSetup;
import io.goldenpath.demo.script.DemoAccount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A good demo platform in a process of its own, which ends with its input. */
public final class DemoProcess implements AutoCloseable {

  private static final long SEED = 7;

  private final Process process;
  private final List<String[]> accounts = new ArrayList<>();
  private final int port;

  private DemoProcess(Process process) throws IOException {
    this.process = process;
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = words(out);
    while (!line.startsWith("port ")) {
      if (line.startsWith("account ")) {
        accounts.add(line.split(" "));
      }
      line = words(out);
    }
    this.port = Integer.parseInt(line.substring("port ".length()));
  }

  private static String words(BufferedReader out) throws IOException {
    return Objects.requireNonNull(out.readLine(), "the demo platform has not started");
  }

  public static DemoProcess start(int accounts) throws IOException {
    return new DemoProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DemoProcess.class.getName(),
                String.valueOf(accounts))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** Takes the number of accounts. */
  public static void main(String[] args) throws IOException {
    try (DemoPlatform demo =
        DemoPlatform.start(0, new DemoSetup(Integer.parseInt(args[0]), SEED))) {
      for (DemoAccount account : demo.accounts().all()) {
        System.out.println("account " + account.email() + " " + account.password());
      }
      System.out.println("port " + demo.port());
      while (System.in.read() >= 0) {
        // until whoever has started this ends
      }
    }
  }

  public int port() {
    return port;
  }

  public String email(int number) {
    return accounts.get(number - 1)[1];
  }

  public String password(int number) {
    return accounts.get(number - 1)[2];
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}

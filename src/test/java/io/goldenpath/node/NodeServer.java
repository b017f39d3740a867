package io.goldenpath.node;

import io.goldenpath.InstalledTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server in {@code src/test/node}, in a process of its own. Its script listens on a free port of
 * 127.0.0.1, prints {@code port 12345} once it does, and ends with its input.
 */
public final class NodeServer implements AutoCloseable {

  private static final Path FOLDER = Path.of("src", "test", "node");
  private static final int START_SECONDS = 30;
  private static final String PORT = "port ";

  private final Process process;
  private final int port;

  private NodeServer(Process process) throws IOException, InterruptedException {
    this.process = process;
    try {
      this.port =
          CompletableFuture.supplyAsync(() -> port(process)).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      process.destroyForcibly();
      throw new IOException("The server did not say its port; its words are above", failure);
    }
  }

  /** Starts a script with these arguments, where {@link #node} is there. */
  public static NodeServer start(String script, String... arguments)
      throws IOException, InterruptedException {
    Path node = node();
    List<String> command = new ArrayList<>();
    command.add(node.toString());
    command.add(FOLDER.resolve(script).toString());
    command.addAll(List.of(arguments));
    return new NodeServer(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Without Node.js or the modules the test is skipped, and fails where CI is true. */
  static Path node() {
    if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
      InstalledTool.unavailable(
          "The modules of %s are missing; there: npm install --no-package-lock".formatted(FOLDER));
    }
    return InstalledTool.path("node", "nodejs");
  }

  private static int port(Process process) {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line =
        out.lines()
            .filter(words -> words.startsWith(PORT))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("The server ended before it listened"));
    return Integer.parseInt(line.substring(PORT.length()).strip());
  }

  public int port() {
    return port;
  }

  /** Ends the process at once. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
  }
}

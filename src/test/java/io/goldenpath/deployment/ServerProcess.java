package io.goldenpath.deployment;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server from Debian on a free port of loopback; it says in its log which one it took. */
final class ServerProcess implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Listening on\" address=127.0.0.1:(\\d+)");

  private final Process process;
  private final String base;

  private ServerProcess(Process process, String base) {
    this.process = process;
    this.base = base;
  }

  static ServerProcess start(String program, Path log, String... arguments) throws IOException {
    String[] all = new String[arguments.length + 1];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--web.listen-address=127.0.0.1:0";
    Process process = ExternalProgram.named(program).start(log, all);
    String port =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> port(log), Optional::isPresent)
            .orElseThrow();
    String base = "http://127.0.0.1:" + port;
    await().atMost(Duration.ofSeconds(30)).until(() -> ready(base));
    return new ServerProcess(process, base);
  }

  String base() {
    return base;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** It listens before it has read its data, and answers 503 until then. */
  private static boolean ready(String base) throws IOException {
    URL url = URI.create(base + "/-/ready").toURL();
    return ((HttpURLConnection) url.openConnection()).getResponseCode() == 200;
  }

  private static Optional<String> port(Path log) throws IOException {
    Matcher line = LISTENING.matcher(Files.readString(log));
    return line.find() ? Optional.of(line.group(1)) : Optional.empty();
  }
}

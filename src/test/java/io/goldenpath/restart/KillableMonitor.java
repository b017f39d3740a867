package io.goldenpath.restart;

import io.goldenpath.GoldenPathMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The monitor in a process of its own, on a port that is known before it answers. */
public final class KillableMonitor implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Process process;
  private final String base;

  private KillableMonitor(Process process, String base) {
    this.process = process;
    this.base = base;
  }

  /** Returns at once. */
  public static KillableMonitor start(int port, Path log, String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GoldenPathMonitor.class.getName(),
                "--server.port=" + port));
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new KillableMonitor(process, "http://127.0.0.1:" + port);
  }

  /** A port that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public String base() {
    return base;
  }

  /** Empty while it does not listen. */
  public Optional<String> get(String path) throws InterruptedException {
    return send(request(path).GET())
        .filter(reply -> reply.statusCode() == 200)
        .map(HttpResponse::body);
  }

  /** Whether it accepts this JSON. */
  public boolean post(String path, String json) throws InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return send(request).filter(reply -> reply.statusCode() / 100 == 2).isPresent();
  }

  /** Its only probe, as the API has it; missing while it does not listen. */
  public JsonNode probe() throws InterruptedException {
    return JsonMapper.shared().readTree(get("/api/targets").orElse("{}")).path("targets").path(0);
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
  }

  private Optional<HttpResponse<String>> send(HttpRequest.Builder request)
      throws InterruptedException {
    try {
      return Optional.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}

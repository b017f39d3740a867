package io.goldenpath;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, as a newcomer starts it, and a reader of what it tells. */
public final class LiveMonitor implements AutoCloseable {

  private static final String DATA = "--goldenpath.data=";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ConfigurableApplicationContext context;
  private final String base;

  private LiveMonitor(ConfigurableApplicationContext context) {
    this.context = context;
    this.base =
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
  }

  /** The service with these arguments, beside a free port. */
  public static LiveMonitor start(String... arguments) {
    Stream<String> data =
        Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(DATA))
            ? Stream.of()
            : Stream.of(DATA + "target/data/" + UUID.randomUUID());
    String[] all =
        Stream.of(Stream.of("--server.port=0"), data, Arrays.stream(arguments))
            .flatMap(Function.identity())
            .toArray(String[]::new);
    return new LiveMonitor(new SpringApplicationBuilder(GoldenPathMonitor.class).run(all));
  }

  /** Where it listens. */
  public String base() {
    return base;
  }

  /** The parts that it is made of. */
  public Collection<Object> parts() {
    return context.getBeansOfType(Object.class).values();
  }

  /** What it answers at this path. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /** What it answers at this path to who accepts this alone. */
  public HttpResponse<String> get(String path, String accepted)
      throws IOException, InterruptedException {
    return send(request(path).header("Accept", accepted).GET());
  }

  /** What it answers to this JSON. */
  public HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The JSON at this path. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  /** The elements of an array. */
  public static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /**
   * The runs that have ended and count, newest first: a machine that is too busy for its own event
   * loop is none of the target's business.
   */
  public List<JsonNode> endedRuns() throws IOException, InterruptedException {
    return each(json("/api/runs").path("runs"))
        .filter(run -> !run.path("outcome").isNull())
        .filter(run -> !run.path("outcome").asString().equals("broken"))
        .toList();
  }

  /** The value of the sample whose line begins so; NaN where there is none. */
  public double sample(String series) throws IOException, InterruptedException {
    return get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() {
    context.close();
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

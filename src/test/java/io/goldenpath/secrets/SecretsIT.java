package io.goldenpath.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import io.goldenpath.MonitorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Watches a platform that repeats every secret it hears, and looks for them wherever we tell. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SecretsIT {

  private static final List<String> TARGETS =
      List.of(
          "echo", "refused", "broken", "signed", "client", "form", "rude", "first", "door", "bare");

  @SuppressWarnings("NullAway.Init")
  private SecretEchoServer server;

  @SuppressWarnings("NullAway.Init")
  private LiveMonitor monitor;

  private final Map<String, String> told = new TreeMap<>();

  @BeforeAll
  void watch(CapturedOutput output, @TempDir Path folder) throws Exception {
    server = new SecretEchoServer();
    Path file = folder.resolve("targets.yaml");
    Files.writeString(file, SecretEchoSettings.yaml(server));
    monitor =
        LiveMonitor.start(
            "--spring.config.import=file:" + file,
            "--goldenpath.demo.enabled=false",
            "--logging.level.io.goldenpath=debug",
            "--goldenpath.access.token=" + SecretEchoServer.OPAQUE);
    await().atMost(Duration.ofSeconds(60)).until(() -> ended().containsAll(TARGETS));
    gather();
    told.put("the log", output.getAll());
    check(file, folder.resolve("junit.xml"));
    told.put(
        "names of threads",
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .collect(Collectors.joining("\n")));
  }

  @AfterAll
  void stop() {
    monitor.close();
    server.close();
  }

  @Test
  void showsNoSecretAnywhere() {
    SecretSearch search = new SecretSearch(server.secrets());
    Map<String, List<String>> shown = new TreeMap<>();
    told.forEach((where, text) -> shown.put(where, search.in(text)));
    shown.values().removeIf(List::isEmpty);

    assertThat(told).hasSizeGreaterThan(40);
    assertThat(shown).isEmpty();
  }

  @Test
  void holdsNoObjectThatShowsOne() throws Exception {
    SecretSearch search = new SecretSearch(server.secrets());
    List<Object> objects = ReachableObjects.from(monitor.parts());

    assertThat(objects.stream().map(object -> object.getClass().getSimpleName()))
        .contains(
            "Target", "HttpLogin", "RequestTemplate", "IssuedToken", "Session", "CookieJar", "Run")
        .contains("User", "Frame", "Finding", "TargetSocket", "FirstMessage", "SelfSignedJwt");
    assertThat(
            objects.stream()
                .filter(object -> !search.in(String.valueOf(object)).isEmpty())
                .map(Object::getClass)
                .distinct())
        .isEmpty();
  }

  @Test
  void hasReallySeenThem() {
    assertThat(told)
        .hasEntrySatisfying("run of refused", text -> assertThat(text).contains("***"))
        .hasEntrySatisfying("run of echo", text -> assertThat(text).contains("***"))
        .hasEntrySatisfying("run of rude", text -> assertThat(text).contains("no entry for ***"))
        .hasEntrySatisfying("run of door", text -> assertThat(text).contains("***"))
        .hasEntrySatisfying(
            "/probe?debug=true&target=echo", text -> assertThat(text).contains("***"));
    assertThat(told.get("the JUnit file")).contains("no entry for ***");
    assertThat(told.get("what check prints")).contains("no entry for ***");
    assertThat(
            new SecretSearch(List.of(SecretEchoServer.PASSWORD))
                .in("said " + SecretEchoServer.PASSWORD))
        .isNotEmpty();
  }

  /** What the command prints and writes of the same targets, as a process of its own. */
  private void check(Path settings, Path junit) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("check"));
    arguments.addAll(TARGETS);
    arguments.addAll(
        List.of("--json", "--junit", junit.toString(), "--spring.config.import=file:" + settings));
    MonitorProcess check = MonitorProcess.run(Map.of(), arguments.toArray(String[]::new));
    told.put("what check prints", check.text());
    assertThat(check.exitCode()).isEqualTo(1);
    told.put("the JUnit file", Files.readString(junit));
  }

  private List<String> ended() throws Exception {
    return monitor.endedRuns().stream().map(run -> run.path("target").asString()).toList();
  }

  private void gather() throws Exception {
    for (String path :
        List.of(
            "/",
            "/actuator/prometheus",
            "/actuator/health",
            "/actuator/info",
            "/api/targets",
            "/actuator/health/targets",
            "/api/runs",
            "/api/runs?outcome=failed",
            "/nowhere")) {
      told.put(path, monitor.get(path).body());
    }
    for (JsonNode run : monitor.endedRuns()) {
      String id = run.path("id").asString();
      String target = run.path("target").asString();
      told.put("run of " + target, monitor.get("/api/runs/" + id).body());
      told.put("page of the run of " + target, monitor.get("/runs/" + id).body());
      told.put("page of " + target, monitor.get("/targets/" + target + "/golden-path").body());
      for (String probe :
          List.of("/probe?target=" + target, "/probe?debug=true&target=" + target)) {
        told.put(probe, monitor.get(probe).body());
      }
      told.put(
          "health of " + target,
          monitor.get("/actuator/health/targets/" + target + "/golden-path").body());
    }
  }
}

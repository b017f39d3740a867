package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.journey.login.FakePlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A target that is deployed again and again while it is watched, and while it is not. */
class ReleasedTargetIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String TARGET = "--goldenpath.targets.shop.";
  private static final String CHANGED =
      "goldenpath_release_timestamp_seconds{location=\"local\",target=\"shop\"}";

  @TempDir Path folder;

  /** What answers, in turn. */
  private volatile List<String> versions = List.of("1.8.2");

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void marksEachDeploymentOnceAndRemembersThemOverARestart() throws Exception {
    try (FakePlatform platform = new FakePlatform()) {
      platform.on("GET /health", _ -> FakePlatform.json(200, health()));
      try (LiveMonitor monitor = start(platform)) {
        await().atMost(LIMIT).until(() -> markers(monitor).equals(List.of("1.8.2")));
        versions = List.of("1.8.3", "1.8.2");
        await().atMost(LIMIT).until(() -> markers(monitor).equals(List.of("1.8.3", "1.8.2")));

        int before = asked.get();
        await().atMost(LIMIT).until(() -> asked.get() > before + 5);
        assertThat(markers(monitor)).as("both in turn").containsExactly("1.8.3", "1.8.2");
        versions = List.of("1.8.3");

        JsonNode first =
            LiveMonitor.each(monitor.json("/api/runs").path("runs"))
                .filter(run -> run.path("release").asString("").equals("1.8.3"))
                .reduce((_, older) -> older)
                .orElseThrow();
        assertThat(first.path("startedAt").asString()).isEqualTo(newestMarker(monitor));
        assertThat(monitor.sample(CHANGED))
            .isEqualTo(Instant.parse(newestMarker(monitor)).toEpochMilli() / 1e3);
        assertThat(monitor.get("/targets/shop/golden-path").body())
            .contains("Release <b>1.8.3</b>", "class=\"released\"");
      }
      Instant restart = Instant.now();
      try (LiveMonitor monitor = start(platform)) {
        await()
            .atMost(LIMIT)
            .until(() ->
                monitor.get("/targets/shop/golden-path").body().contains("class=\"released\""));
        await()
            .atMost(LIMIT)
            .until(() ->
                monitor.endedRuns().stream()
                    .anyMatch(
                        run -> Instant.parse(run.path("startedAt").asString()).isAfter(restart)));
        assertThat(markers(monitor)).containsExactly("1.8.3", "1.8.2");

        versions = List.of("1.8.4");
        await()
            .atMost(LIMIT)
            .until(() -> markers(monitor).equals(List.of("1.8.4", "1.8.3", "1.8.2")));
      }
    }
  }

  private String health() {
    List<String> current = versions;
    return "{\"version\":\"" + current.get(asked.getAndIncrement() % current.size()) + "\"}";
  }

  private LiveMonitor start(FakePlatform platform) {
    return LiveMonitor.start(
        "--goldenpath.data=" + folder,
        "--goldenpath.demo.enabled=false",
        TARGET + "login.type=password",
        TARGET + "login.url=" + platform.http() + "/auth/login",
        TARGET + "socket.url=" + platform.ws(),
        TARGET + "users[0].email=probe-a@example.com",
        TARGET + "users[0].password=p\"4ss/wörd & more",
        TARGET + "release.get=/health",
        TARGET + "release.at=/version",
        TARGET + "manners.connects=600",
        TARGET + "journeys.golden-path.every=2s",
        TARGET + "journeys.golden-path.timeout=2s");
  }

  private static List<String> markers(LiveMonitor monitor)
      throws IOException, InterruptedException {
    return LiveMonitor.each(monitor.json("/api/markers").path("markers"))
        .map(marker -> marker.path("release").asString())
        .toList();
  }

  private static String newestMarker(LiveMonitor monitor) throws IOException, InterruptedException {
    return monitor.json("/api/markers").at("/markers/0/at").asString();
  }
}

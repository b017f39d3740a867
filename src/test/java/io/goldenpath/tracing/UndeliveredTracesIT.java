package io.goldenpath.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.LiveMonitor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Monitors whose traces nobody takes, or nobody asked for. */
@ExtendWith(OutputCaptureExtension.class)
class UndeliveredTracesIT {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String SENDER = "BatchSpanProcessor";
  private static final String OFTEN =
      "--management.opentelemetry.tracing.export.schedule-delay=100ms";

  @Test
  void aReceiverThatIsDownIsToldOfOnceAndDelaysNothing(CapturedOutput log) throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start(OtlpReceiver.setting(freePort()), OFTEN)) {
      awaitRuns(monitor, 2);
      await().atMost(LONGEST).until(() -> undelivered(log) > 0);

      assertThat(traced(monitor)).isTrue();
      assertThat(monitor.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }
    assertThat(undelivered(log)).isEqualTo(1);
    assertThat(log).doesNotContain("ConnectException");
  }

  @Test
  void aReceiverThatNeverAnswersDelaysNeitherRunsNorTheEnd() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start()) {
      receiver.fallSilent();
      LiveMonitor monitor = LiveMonitor.start(receiver.setting(), OFTEN);
      try {
        await().atMost(LONGEST).until(() -> !receiver.requests().isEmpty());
        awaitRuns(monitor, monitor.endedRuns().size() + 1);
        assertThat(monitor.get("/actuator/prometheus").statusCode()).isEqualTo(200);
      } finally {
        monitor.close();
      }
      await().atMost(LONGEST).until(() -> senders().isEmpty());
    }
  }

  @Test
  void runsAreNotTracedUnlessAnEndpointIsSet() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start()) {
      awaitRuns(monitor, 1);

      assertThat(traced(monitor)).isFalse();
      assertThat(senders()).isEmpty();
      assertThat(monitor.parts())
          .doesNotHaveAnyElementsOfTypes(OpenTelemetry.class, Tracer.class)
          .noneMatch(part -> part.getClass().getName().contains(".tracing."));
      assertThat(monitor.get("/actuator/prometheus", "application/openmetrics-text").body())
          .doesNotContain("trace_id");
    }
  }

  @Test
  void aTraceThatIsNotSampledIsNeitherSentNorShown() throws Exception {
    try (OtlpReceiver receiver = OtlpReceiver.start();
        LiveMonitor monitor =
            LiveMonitor.start(
                receiver.setting(), OFTEN, "--management.tracing.sampling.probability=0")) {
      awaitRuns(monitor, 1);

      assertThat(traced(monitor)).isFalse();
      assertThat(receiver.requests()).isEmpty();
    }
  }

  private static void awaitRuns(LiveMonitor monitor, int runs) {
    await().atMost(LONGEST).until(() -> monitor.endedRuns().size() >= runs);
  }

  private static boolean traced(LiveMonitor monitor) throws IOException, InterruptedException {
    List<JsonNode> runs = monitor.endedRuns();
    return runs.stream().allMatch(run -> run.path("traceId").asString("").length() == 32);
  }

  private static long undelivered(CapturedOutput log) {
    return log.toString().lines().filter(line -> line.contains("Traces cannot be")).count();
  }

  private static List<String> senders() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(SENDER))
        .toList();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

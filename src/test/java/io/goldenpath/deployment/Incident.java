package io.goldenpath.deployment;

import static org.awaitility.Awaitility.await;

import io.goldenpath.catalogue.fault.FirstFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A live stack whose target shop has broken and recovered, played once for all tests that look at
 * it.
 */
record Incident(LiveStack stack, Instant start) implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(60);

  /** Plays it at the first test class that asks, and closes it after the last. */
  static final class Extension implements BeforeAllCallback, ParameterResolver {

    /** Skips the class where the programs are not installed. */
    @Override
    public void beforeAll(ExtensionContext context) {
      ExternalProgram.named("prometheus");
      ExternalProgram.named("prometheus-alertmanager");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Incident.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Incident.class, _ -> play());
    }
  }

  private static Incident play() {
    try {
      Instant start = Instant.now();
      LiveStack stack = LiveStack.start(Files.createTempDirectory("live-stack"));
      await()
          .atMost(SOON)
          .until(() ->
              stack.prometheus.now("goldenpath_runs_total{outcome=\"passed\"} > 2").size() == 4);

      stack.monitor.post("/api/markers", "{\"target\":\"shop\",\"release\":\"1.8.3\"}");
      stack.shop.faults().switchOn(FirstFaults.NO_TOOL_EXECUTING);
      await().atMost(SOON).until(() -> !down(stack, "firing").isEmpty());
      stack.shop.faults().switchOff();
      await().atMost(SOON).until(() -> !down(stack, "resolved").isEmpty());

      stack.watchAlso("annex");
      await().atMost(SOON).until(() -> !annex(stack).isEmpty());
      return new Incident(stack, start);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  static List<AlertReceiver.ReceivedAlert> down(LiveStack stack, String status) {
    return stack.alertReceiver.pages("GoldenPathDown", status);
  }

  static List<PrometheusClient.LabelledValues> annex(LiveStack stack)
      throws IOException, InterruptedException {
    return stack.prometheus.now("goldenpath_verdict{target=\"annex\",verdict=\"up\"} == 1");
  }

  @Override
  public void close() {
    stack.close();
  }
}

package io.goldenpath.deployment;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus with the chart's rules, Alertmanager with Compose's routes, and whom they wake. */
final class AlertPipeline implements AutoCloseable {

  /** A minute passes in two seconds. */
  private static final int SPEED_UP = 30;

  private static final Pattern DURATION =
      Pattern.compile("(\\[|offset |for: |(?<=h):)(\\d+)([mhd])\\b");

  private static final Pattern YOUNGER_THAN =
      Pattern.compile("(process_start_time_seconds > time\\(\\) - )(\\d+)");

  private final Deque<Runnable> endings = new ArrayDeque<>();
  private final Path folder;
  private final int speedUp;
  private final AlertReceiver receiver;
  private final PrometheusClient prometheus;

  private AlertPipeline(Path folder, String monitor, int speedUp) throws IOException {
    this.folder = folder;
    this.speedUp = speedUp;
    receiver = part(AlertReceiver.listen(), AlertReceiver::close);
    ServerProcess alertmanager =
        part(
            ServerProcess.start(
                "prometheus-alertmanager",
                folder.resolve("alertmanager.log"),
                "--config.file=" + routes(),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address="),
            ServerProcess::close);
    prometheus =
        new PrometheusClient(
            part(
                    ServerProcess.start(
                        "prometheus",
                        folder.resolve("prometheus.log"),
                        "--config.file=" + scrapes(alertmanager, monitor),
                        "--storage.tsdb.path=" + folder.resolve("prometheus")),
                    ServerProcess::close)
                .base());
  }

  /** Scrapes the monitor at this address. */
  static AlertPipeline start(Path folder, String monitor) throws IOException {
    return start(folder, monitor, SPEED_UP);
  }

  /** Divides the rules' durations by this. */
  static AlertPipeline start(Path folder, String monitor, int speedUp) throws IOException {
    return new AlertPipeline(folder, monitor, speedUp);
  }

  PrometheusClient prometheus() {
    return prometheus;
  }

  AlertReceiver receiver() {
    return receiver;
  }

  @Override
  public void close() {
    while (!endings.isEmpty()) {
      endings.pop().run();
    }
  }

  private <P> P part(P part, Consumer<P> end) {
    endings.push(() -> end.accept(part));
    return part;
  }

  private Path routes() throws IOException {
    String routes =
        ComposeTests.content("alertmanager")
            .replace("group_wait: 10s", "group_wait: 1s")
            .replace("group_interval: 1m", "group_interval: 1s")
            .replace(
                "- name: nobody",
                "- name: nobody\n    webhook_configs: [ { url: '" + receiver.url() + "' } ]");
    return Files.writeString(folder.resolve("alertmanager.yaml"), routes);
  }

  private Path scrapes(ServerProcess alertmanager, String monitor) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), hurried(Files.readString(AlertRules.FILE)));
    String scrapes =
        ComposeTests.content("prometheus")
            .replace("interval: 5s", "interval: 1s")
            .replace("/etc/prometheus/rules.yaml", folder.resolve("rules.yaml").toString())
            .replace("alertmanager:9093", URI.create(alertmanager.base()).getAuthority())
            .replace("monitor:8080", URI.create(monitor).getAuthority());
    return Files.writeString(folder.resolve("prometheus.yaml"), scrapes);
  }

  private String hurried(String rules) {
    String young =
        YOUNGER_THAN
            .matcher(rules)
            .replaceAll(age -> age.group(1) + Integer.parseInt(age.group(2)) / speedUp);
    return DURATION.matcher(young).replaceAll(this::hurried);
  }

  private String hurried(MatchResult duration) {
    int minutes =
        Integer.parseInt(duration.group(2))
            * switch (duration.group(3)) {
              case "h" -> 60;
              case "d" -> 24 * 60;
              default -> 1;
            };
    return Matcher.quoteReplacement(duration.group(1) + minutes * 60 / speedUp + "s");
  }
}

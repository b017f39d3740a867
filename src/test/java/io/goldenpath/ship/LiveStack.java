package io.goldenpath.ship;

import io.goldenpath.LiveMonitor;
import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator runs: the monitor with the chart's own ConfigMap, Prometheus with the chart's
 * rules, Alertmanager with Compose's routes. Three targets on two demo platforms: shop, which will
 * break, and lab with the kiosk, which will not.
 */
final class LiveStack implements AutoCloseable {

  /** The rules' durations are divided by this, so that a minute passes in two seconds. */
  private static final int HASTE = 30;

  private static final Pattern DURATION = Pattern.compile("(\\[|offset |for: )(\\d+)([mhd])\\b");

  private final Deque<Runnable> endings = new ArrayDeque<>();
  final DemoPlatform shop;
  final LiveMonitor monitor;
  final Manifests manifests;
  final Prometheus prometheus;
  final Pager pager;

  private LiveStack(Path folder) throws IOException, InterruptedException {
    shop = part(DemoPlatform.start(0), DemoPlatform::close);
    DemoPlatform lab = part(DemoPlatform.start(0), DemoPlatform::close);
    manifests = Chart.render(values(folder, shop, lab));
    monitor =
        part(
            LiveMonitor.start("--spring.config.additional-location=" + mounted(folder, lab)),
            LiveMonitor::close);
    pager = part(Pager.listen(), Pager::close);
    Daemon alertmanager =
        part(
            Daemon.start(
                "prometheus-alertmanager",
                folder.resolve("alertmanager.log"),
                "--config.file=" + routes(folder),
                "--storage.path=" + folder.resolve("alertmanager"),
                "--cluster.listen-address="),
            Daemon::close);
    prometheus =
        new Prometheus(
            part(
                    Daemon.start(
                        "prometheus",
                        folder.resolve("prometheus.log"),
                        "--config.file=" + scrapes(folder, alertmanager),
                        "--storage.tsdb.path=" + folder.resolve("prometheus")),
                    Daemon::close)
                .base());
  }

  static LiveStack start(Path folder) throws IOException, InterruptedException {
    return new LiveStack(folder);
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

  private static Path values(Path folder, DemoPlatform shop, DemoPlatform lab) throws IOException {
    String values =
        """
        config:
          location: here
          limits:
            { login: 2s, connect: 2s, welcome: 2s, first-event: 2s, gap: 2s, tool: 2s, answer: 3s, close: 500ms }
          manners: { connects: 60 }
          targets:
        """
            + target("shop", shop, login(shop), "password: '${SHOP_PASSWORD}'")
            + target("lab", lab, login(lab), "password: '${LAB_PASSWORD}'")
            + target("kiosk", lab, "type: token", "token: '${KIOSK_TOKEN}'")
            + """
            credentials:
              - { name: SHOP_PASSWORD, secret: demo, key: shop }
              - { name: LAB_PASSWORD, secret: demo, key: lab }
              - { name: KIOSK_TOKEN, secret: demo, key: kiosk }
            """;
    return Files.writeString(folder.resolve("values.yaml"), values);
  }

  private static String target(String name, DemoPlatform platform, String login, String user) {
    return """
        %s:
          login: { %s }
          socket: { url: 'ws://127.0.0.1:%d/demo/ws' }
          users: [ { email: probe-1@demo.example, %s } ]
          journeys: { golden-path: { every: 3s, timeout: 3s } }
    """
        .formatted(name, login, platform.port(), user)
        .indent(4);
  }

  private static String login(DemoPlatform platform) {
    return "type: password, url: 'http://127.0.0.1:%d/demo/auth/login'".formatted(platform.port());
  }

  /** The folders that the chart mounts, as the kubelet would fill them. */
  private String mounted(Path folder, DemoPlatform lab) throws IOException, InterruptedException {
    Path credentials = Files.createDirectory(folder.resolve("credentials"));
    Path config = Files.createDirectory(folder.resolve("config"));
    DemoAccount first = lab.accounts().number(1);
    Files.writeString(
        credentials.resolve("SHOP_PASSWORD"), shop.accounts().number(1).password().reveal());
    Files.writeString(credentials.resolve("LAB_PASSWORD"), first.password().reveal());
    Files.writeString(credentials.resolve("KIOSK_TOKEN"), token(lab, first));
    Files.writeString(
        config.resolve("application.yaml"),
        manifests
            .file("application.yaml")
            .replace("configtree:/credentials/", "configtree:" + credentials + "/"));
    return "file:" + config + "/";
  }

  private static String token(DemoPlatform platform, DemoAccount account)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body =
          "{\"email\":\"%s\",\"password\":\"%s\"}"
              .formatted(account.email(), account.password().reveal());
      HttpRequest login =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + platform.port() + "/demo/auth/login"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      String reply = http.send(login, HttpResponse.BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(reply).path("access_token").stringValue("");
    }
  }

  private Path routes(Path folder) throws IOException {
    String routes =
        Files.readString(Path.of("compose/alertmanager.yaml"))
            .replace("group_wait: 10s", "group_wait: 1s")
            .replace("group_interval: 1m", "group_interval: 1s")
            .replace(
                "- name: nobody",
                "- name: nobody\n    webhook_configs: [ { url: '" + pager.url() + "' } ]");
    return Files.writeString(folder.resolve("alertmanager.yaml"), routes);
  }

  private Path scrapes(Path folder, Daemon alertmanager) throws IOException {
    Files.writeString(folder.resolve("rules.yaml"), hurried(Files.readString(AlertRules.FILE)));
    String scrapes =
        Files.readString(Path.of("compose/prometheus.yaml"))
            .replace("interval: 5s", "interval: 1s")
            .replace("/etc/prometheus/rules.yaml", folder.resolve("rules.yaml").toString())
            .replace("alertmanager:9093", URI.create(alertmanager.base()).getAuthority())
            .replace("monitor:8080", URI.create(monitor.base()).getAuthority());
    return Files.writeString(folder.resolve("prometheus.yaml"), scrapes);
  }

  private static String hurried(String rules) {
    return DURATION.matcher(rules).replaceAll(LiveStack::hurried);
  }

  private static String hurried(MatchResult duration) {
    int minutes =
        Integer.parseInt(duration.group(2))
            * switch (duration.group(3)) {
              case "h" -> 60;
              case "d" -> 24 * 60;
              default -> 1;
            };
    return Matcher.quoteReplacement(duration.group(1) + minutes * 60 / HASTE + "s");
  }
}

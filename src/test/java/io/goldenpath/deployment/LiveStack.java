package io.goldenpath.deployment;

import io.goldenpath.LiveMonitor;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.script.DemoAccount;
import io.goldenpath.notify.TellingServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator runs: the monitor with the chart's own ConfigMap, Prometheus with the chart's
 * rules, Alertmanager with Compose's routes. Three targets on two demo platforms: shop, which will
 * break, and lab, where two ask at once as well, with the kiosk, which will not.
 */
final class LiveStack implements AutoCloseable {

  private final Deque<Runnable> endings = new ArrayDeque<>();
  final DemoPlatform shop;
  final LiveMonitor monitor;
  private final DemoPlatform lab;
  private final Path folder;
  private Manifests manifests;
  final PrometheusClient prometheus;
  final AlertReceiver alertReceiver;
  final TellingServer told;

  private LiveStack(Path folder) throws IOException, InterruptedException {
    shop = part(DemoPlatform.start(0), DemoPlatform::close);
    lab = part(DemoPlatform.start(0), DemoPlatform::close);
    told = part(new TellingServer(200, "ok"), TellingServer::close);
    this.folder = folder;
    manifests = HelmChart.render(values(""));
    monitor =
        part(
            LiveMonitor.start("--spring.config.additional-location=" + mounted()),
            LiveMonitor::close);
    AlertPipeline alerts = part(AlertPipeline.start(folder, monitor.base()), AlertPipeline::close);
    prometheus = alerts.prometheus();
    alertReceiver = alerts.receiver();
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

  Manifests manifests() {
    return manifests;
  }

  /** What helm upgrade and the kubelet do when somebody adds a target. */
  void watchAlso(String target) throws IOException {
    manifests =
        HelmChart.render(values(target(target, lab, "type: token", "token: '${KIOSK_TOKEN}'")));
    fill(folder.resolve("config"));
  }

  private <P> P part(P part, Consumer<P> end) {
    endings.push(() -> end.accept(part));
    return part;
  }

  private Path values(String more) throws IOException {
    String values =
        """
        config:
          location: here
          limits:
            { login: 2s, connect: 2s, welcome: 2s, first-event: 2s, gap: 2s, tool: 2s, answer: 3s, close: 500ms }
          manners: { connects: 60 }
          notify:
            page: http://monitor.example.com
            group-wait: 1s
            receivers: { team: { webhook: { url: '%s' } } }
          targets:
        """
                .formatted(told.url("/hook"))
            + target("shop", shop, login(shop), "password: '${SHOP_PASSWORD}'")
            + target("lab", lab, login(lab), "password: '${LAB_PASSWORD}', sessions: 3")
                .replace("every: 3s", "every: 3s, slo: { objective: 90%, good: not-failed }")
                .replace("golden-path:", "isolation: { every: 6s, timeout: 3s }, golden-path:")
            + target("kiosk", lab, "type: token", "token: '${KIOSK_TOKEN}'")
            + more
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
  private String mounted() throws IOException, InterruptedException {
    Path credentials = Files.createDirectory(folder.resolve("credentials"));
    DemoAccount first = lab.accounts().number(1);
    Files.writeString(credentials.resolve("SHOP_PASSWORD"), shop.accounts().number(1).password());
    Files.writeString(credentials.resolve("LAB_PASSWORD"), first.password());
    Files.writeString(credentials.resolve("KIOSK_TOKEN"), token(lab, first));
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.createSymbolicLink(
        config.resolve("application.yaml"), Path.of("..data", "application.yaml"));
    fill(config);
    return "file:" + config + "/";
  }

  /** A new folder behind one link, which is replaced at once: so does the kubelet. */
  private void fill(Path config) throws IOException {
    Path fresh = Files.createTempDirectory(config, "..");
    String application = manifests.file("application.yaml");
    Files.writeString(
        fresh.resolve("application.yaml"),
        application.replace(
            "configtree:/credentials/", "configtree:" + folder.resolve("credentials") + "/"));
    Path link = Files.createSymbolicLink(config.resolve("..data_tmp"), fresh.getFileName());
    Files.move(link, config.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String token(DemoPlatform platform, DemoAccount account)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body =
          "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), account.password());
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
}

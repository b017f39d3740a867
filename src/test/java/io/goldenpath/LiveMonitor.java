package io.goldenpath;

import io.goldenpath.demo.DemoAccount;
import io.goldenpath.demo.DemoPlatform;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole monitor on a free port, watching demo platforms as it would watch anybody. */
public final class LiveMonitor implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private LiveMonitor(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Watches these platforms, under these names and with the narrow limits of the demo target. */
  public static LiveMonitor watching(Map<String, DemoPlatform> platforms, String... properties) {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    platforms.forEach((name, platform) -> arguments.addAll(target(name, platform)));
    for (String property : properties) {
      arguments.add("--" + property);
    }
    return new LiveMonitor(
        new SpringApplicationBuilder(GoldenPathMonitor.class)
            .registerShutdownHook(false)
            .run(arguments.toArray(String[]::new)));
  }

  /** Where this path is served. */
  public URI at(String path) {
    return URI.create("http://localhost:" + port() + path);
  }

  @Override
  public void close() {
    context.close();
  }

  private int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static List<String> target(String name, DemoPlatform platform) {
    String host = "127.0.0.1:" + platform.port();
    DemoAccount account = platform.accounts().number(1);
    return Map.ofEntries(
            Map.entry("login.type", "password"),
            Map.entry("login.url", "http://" + host + "/demo/auth/login"),
            Map.entry("socket.url", "ws://" + host + "/demo/ws"),
            Map.entry("users[0].email", account.email()),
            Map.entry("users[0].password", account.password().reveal()),
            Map.entry("limits.login.failed", "2s"),
            Map.entry("limits.connect.failed", "2s"),
            Map.entry("limits.welcome.degraded", "1s"),
            Map.entry("limits.welcome.failed", "2s"),
            Map.entry("limits.first-event.degraded", "500ms"),
            Map.entry("limits.first-event.failed", "1s"),
            Map.entry("limits.gap.degraded", "700ms"),
            Map.entry("limits.gap.failed", "1200ms"),
            Map.entry("limits.tool.degraded", "700ms"),
            Map.entry("limits.tool.failed", "1200ms"),
            Map.entry("limits.answer.degraded", "1800ms"),
            Map.entry("limits.answer.failed", "2500ms"),
            Map.entry("limits.close", "200ms"),
            Map.entry("manners.connects", "60"),
            Map.entry("journeys.golden-path.every", "3s"),
            Map.entry("journeys.golden-path.timeout", "3s"))
        .entrySet()
        .stream()
        .map(
            entry -> "--goldenpath.targets." + name + "." + entry.getKey() + "=" + entry.getValue())
        .toList();
  }
}

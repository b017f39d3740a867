package io.goldenpath;

import io.goldenpath.cli.kept.OwnAddress;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.StringUtils;

/** Where the monitor of these settings is reached on its own machine. */
record MonitorAddress(Environment environment) implements OwnAddress {

  private static final String PORT = "server.port";
  private static final String MANAGEMENT_PORT = "management.server.port";

  /** As the settings say, without starting anything. */
  static MonitorAddress read(List<String> arguments) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
    ConfigDataEnvironmentPostProcessor.applyTo(
        environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), List.of());
    return new MonitorAddress(environment);
  }

  /** The status page, with the port that was taken. */
  String page(int port) {
    return scheme("server.ssl") + "://" + host("server.address") + ":" + port + contextPath();
  }

  @Override
  public URI home() {
    int port = port(PORT, "local.server.port", 8080);
    return uri(PORT, scheme("server.ssl"), host("server.address"), port, contextPath());
  }

  @Override
  public URI liveness() {
    int port = port(PORT, "local.server.port", 8080);
    int management =
        environment.containsProperty(MANAGEMENT_PORT)
            ? port(MANAGEMENT_PORT, "local.management.port", port)
            : port;
    String path = text("management.endpoints.web.base-path", "/actuator") + "/health/liveness";
    if (management == port) {
      return uri(PORT, scheme("server.ssl"), host("server.address"), port, contextPath() + path);
    }
    return uri(
        MANAGEMENT_PORT,
        scheme(hasOwnTls() ? "management.server.ssl" : "server.ssl"),
        host("management.server.address"),
        management,
        text("management.server.base-path", "") + path);
  }

  /** The one that was taken, where the server listens already. */
  private int port(String key, String taken, int otherwise) {
    return environment.getProperty(
        taken, Integer.class, environment.getProperty(key, Integer.class, otherwise));
  }

  private URI uri(String key, String scheme, String host, int port, String path) {
    if (port <= 0) {
      throw new IllegalArgumentException("%s is %d; name the URL to ask".formatted(key, port));
    }
    return URI.create(scheme + "://" + host + ":" + port + path);
  }

  private boolean hasOwnTls() {
    return ssl("management.server.ssl") != null;
  }

  private String scheme(String key) {
    Ssl ssl = ssl(key);
    return ssl != null && ssl.isEnabled() ? "https" : "http";
  }

  private @Nullable Ssl ssl(String key) {
    return Binder.get(environment).bind(key, Ssl.class).orElse(null);
  }

  /** One that listens on all addresses is reached by the loopback's. */
  private String host(String key) {
    InetAddress address =
        Binder.get(environment)
            .bind(key, InetAddress.class)
            .orElseGet(InetAddress::getLoopbackAddress);
    if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
      return "localhost";
    }
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }

  /** Begins with a slash, or is empty. */
  String contextPath() {
    return text("server.servlet.context-path", "");
  }

  private String text(String key, String otherwise) {
    return StringUtils.trimTrailingCharacter(environment.getProperty(key, otherwise), '/');
  }
}

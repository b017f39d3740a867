package io.goldenpath.cases;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The monitor, for the cases: the only one of them that knows its classes. */
final class CaseRunner implements AutoCloseable {

  private static final int TRIES = 4;
  private static final String TARGET = "goldenpath.targets.it.";
  private static final String PROXY_USER = "monitor:of/the+house";

  private static final Map<String, String> ROOMY =
      Map.ofEntries(
          Map.entry("login.type", "password"),
          Map.entry("users[0].email", "probe-a@example.com"),
          Map.entry("users[0].password", "pass-of-probe-a"),
          Map.entry("limits.login.degraded", "4s"),
          Map.entry("limits.login.failed", "8s"),
          Map.entry("limits.connect.degraded", "4s"),
          Map.entry("limits.connect.failed", "8s"),
          Map.entry("limits.welcome.degraded", "2s"),
          Map.entry("limits.welcome.failed", "3s"),
          Map.entry("limits.first-event.degraded", "2s"),
          Map.entry("limits.first-event.failed", "3s"),
          Map.entry("limits.gap.degraded", "2s"),
          Map.entry("limits.gap.failed", "3s"),
          Map.entry("limits.tool.degraded", "2s"),
          Map.entry("limits.tool.failed", "3s"),
          Map.entry("limits.answer.degraded", "4s"),
          Map.entry("limits.answer.failed", "6s"),
          Map.entry("listen", "250ms"));

  private final JourneyRunner runs;

  CaseRunner() {
    this.runs = new JourneyRunner(CaseTls.engines());
  }

  /** Whether nothing but our own machine was at fault is tried out by trying again. */
  Observed run(PlatformCase one) throws IOException, InterruptedException {
    Observed seen = once(one);
    for (int tries = 1; seen.outcome().equals("broken") && tries < TRIES; tries++) {
      seen = once(one);
    }
    return seen;
  }

  private Observed once(PlatformCase one) throws IOException, InterruptedException {
    Optional<String> credentials =
        one.settings().toString().contains("{proxy-user}")
            ? Optional.of(PROXY_USER)
            : Optional.empty();
    try (CasePlatform platform = CasePlatform.start(one.behaviour(), one.site().listener());
        ConnectProxy proxy = ConnectProxy.start(credentials)) {
      Optional<String> mute = one.site().mute();
      if (mute.isEmpty()) {
        return walk(one, platform, proxy);
      }
      try (MuteAddress _ = MuteAddress.at(mute.get(), platform.port())) {
        return walk(one, platform, proxy);
      }
    }
  }

  private Observed walk(PlatformCase one, CasePlatform platform, ConnectProxy proxy)
      throws InterruptedException {
    Journey journey;
    try {
      journey = runs.journey(setup(one, platform.port(), proxy.port()));
    } catch (SettingsException refused) {
      return ended("settings refused: " + refused.getMessage(), platform);
    }
    Run last = runs.run(journey);
    for (int i = 1; i < one.runs(); i++) {
      last = runs.run(journey);
    }
    return observed(last, platform);
  }

  private static Observed ended(String how, CasePlatform platform) {
    return new Observed(how.replaceAll("\\s+", " "), List.of(), platform.logins(), 0);
  }

  private static Observed observed(Run run, CasePlatform platform) {
    long days =
        run.users().stream()
            .flatMap(user -> user.expiry().certificates().values().stream())
            .mapToLong(end -> Math.round(Duration.between(Instant.now(), end).toHours() / 24.0))
            .min()
            .orElse(0);
    return new Observed(
        run.outcome().label(),
        run.findings().stream().map(CaseRunner::seen).toList(),
        platform.logins(),
        days);
  }

  private static Observed.Seen seen(Finding finding) {
    return new Observed.Seen(
        finding.kind().label(),
        finding.step().label(),
        finding.severity().label(),
        finding.message());
  }

  private static ProbeSetup setup(PlatformCase one, int port, int proxy) {
    Map<String, Object> properties = new HashMap<>();
    ROOMY.forEach((key, value) -> properties.put(TARGET + key, value));
    properties.put(TARGET + "login.url", one.site().login(port));
    properties.put(TARGET + "socket.url", one.site().socket(port));
    one.settings()
        .forEach((key, value) ->
            properties.put(
                isVariable(key) ? key : TARGET + key,
                value
                    .replace("{port}", Integer.toString(port))
                    .replace("{proxy-user}", PROXY_USER.replace("/", "%2F"))
                    .replace("{proxy}", Integer.toString(proxy))));
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("case", properties));
    return SettingsLoader.load(environment).setups().getFirst();
  }

  /** What stands for one in the environment. */
  private static boolean isVariable(String key) {
    return key.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }

  @Override
  public void close() {
    runs.close();
  }
}

package io.goldenpath;

import io.goldenpath.cli.Workbench;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.Settings;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.wire.Wire;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * What a command works with: the settings, sockets, and the demo platform where it is asked for.
 */
final class CheckBench implements Workbench {

  private static final String DEMO = "demo";

  private final Settings settings;
  private final List<ProbeSetup> setups;
  private final Wire wire;
  private final Journeys journeys;
  private final @Nullable DemoPlatform demo;

  private CheckBench(Settings settings, boolean withDemo) {
    this.settings = settings;
    this.setups = new ArrayList<>(settings.setups());
    this.demo = withDemo ? DemoPlatform.start(0) : null;
    if (demo != null) {
      setups.addAll(Watch.demoTarget(demo.port(), demo.accounts()));
    }
    this.wire = Wire.open(Version.userAgent(), Stopwatch.SYSTEM);
    this.journeys = new Journeys(wire, InstantSource.system(), Stopwatch.SYSTEM);
  }

  static CheckBench open(List<String> targets, List<String> properties) {
    CheckBench bench = read(targets, properties);
    bench.wire.rehearse();
    return bench;
  }

  private static CheckBench read(List<String> targets, List<String> properties) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(SettingsAlone.class)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .run(properties.toArray(String[]::new))) {
      Settings settings = SettingsLoader.load(context.getEnvironment());
      return new CheckBench(settings, settings.demo() && targets.contains(DEMO));
    }
  }

  @Override
  public List<ProbeSetup> setups() {
    return setups;
  }

  @Override
  public String location() {
    return settings.location();
  }

  @Override
  public Journey journey(ProbeSetup setup) {
    return journeys.of(setup);
  }

  @Override
  public void close() {
    wire.close();
    if (demo != null) {
      demo.close();
    }
  }

  /** An application without any part: it reads the settings as the service would. */
  @Configuration(proxyBeanMethods = false)
  static class SettingsAlone {}
}

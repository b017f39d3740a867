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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a command works with: the settings, sockets, and the demo platform where it is asked for.
 */
final class CheckBench implements Workbench {

  private static final String DEMO = "demo";

  private final Settings settings;
  private final Wire wire;
  private final Journeys journeys;
  private @Nullable DemoPlatform demo;

  private CheckBench(Settings settings, SslBundles bundles) {
    this.settings = settings;
    this.wire = Wire.open(Version.userAgent(), new BundleEngines(bundles), Stopwatch.SYSTEM);
    this.journeys = new Journeys(wire, InstantSource.system(), Stopwatch.SYSTEM);
  }

  static CheckBench open(List<String> properties) {
    try (ConfigurableApplicationContext context = SettingsAlone.read(properties)) {
      CheckBench bench =
          new CheckBench(
              SettingsLoader.load(context.getEnvironment()), context.getBean(SslBundles.class));
      bench.wire.rehearse();
      return bench;
    }
  }

  @Override
  public List<String> targets() {
    return Stream.concat(
            settings.setups().stream().map(setup -> setup.probe().target().name()),
            settings.demo() ? Stream.of(DEMO) : Stream.empty())
        .distinct()
        .toList();
  }

  @Override
  public List<ProbeSetup> setups(String target) {
    if (settings.demo() && target.equals(DEMO)) {
      demo = DemoPlatform.start(0);
      return Watch.demoTarget(demo.port(), demo.accounts());
    }
    return settings.setups().stream()
        .filter(setup -> setup.probe().target().name().equals(target))
        .toList();
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
}

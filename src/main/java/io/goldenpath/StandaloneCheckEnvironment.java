package io.goldenpath;

import io.goldenpath.cli.check.CheckEnvironment;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.FaultCatalogue;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.settings.reader.Settings;
import io.goldenpath.wire.WireClient;
import io.goldenpath.wire.warmup.ClientWarmUp;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings, sockets and, where its target is checked, the demo platform, for one command. */
final class StandaloneCheckEnvironment implements CheckEnvironment {

  private static final String DEMO = "demo";

  private final Settings settings;
  private final WireClient wire;
  private final JourneyFactory journeys;

  /** Beside the start of the demo platform; bounded by itself. */
  private final Thread warmUp;

  private @Nullable DemoPlatform demo;

  private StandaloneCheckEnvironment(Settings settings) {
    this.settings = settings;
    this.wire =
        WireClient.open(
            MonitorVersion.userAgent(),
            new SslBundleEngines(settings.tlsBundles()),
            Stopwatch.SYSTEM);
    this.journeys = new JourneyFactory(wire, InstantSource.system(), Stopwatch.SYSTEM);
    this.warmUp =
        Thread.ofPlatform()
            .daemon()
            .name("warm-up")
            .start(() -> ClientWarmUp.run(wire, Stopwatch.SYSTEM));
  }

  static StandaloneCheckEnvironment open(List<String> properties) {
    return new StandaloneCheckEnvironment(
        SettingsLoader.load(SettingsEnvironment.read(properties)));
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
    if (isDemo(target)) {
      demo = DemoPlatform.start(0);
      return WatchedProbes.demoTarget(demo.port(), "", demo.accounts());
    }
    return settings.setups().stream()
        .filter(setup -> setup.probe().target().name().equals(target))
        .toList();
  }

  @Override
  public Map<String, String> labels(String target) {
    return settings.setups().stream()
        .map(setup -> setup.probe().target())
        .filter(known -> known.name().equals(target))
        .findFirst()
        .<Map<String, String>>map(Target::labels)
        .orElse(Map.of());
  }

  @Override
  public boolean isDemo(String target) {
    return settings.demo() && target.equals(DEMO);
  }

  @Override
  public List<String> faults() {
    return FaultCatalogue.shipped().faults().stream().map(DemoBehaviour::name).toList();
  }

  @Override
  public void play(String fault) {
    Objects.requireNonNull(demo, "the demo platform has not been started")
        .faults()
        .switchOn(FaultCatalogue.shipped().named(fault).orElseThrow());
  }

  @Override
  public String location() {
    return settings.location();
  }

  @Override
  public Journey journey(ProbeSetup setup, ProgressListener progress) {
    awaitWarmUp();
    return journeys.create(setup, progress);
  }

  @Override
  public void close() {
    awaitWarmUp();
    wire.close();
    if (demo != null) {
      demo.close();
    }
  }

  private void awaitWarmUp() {
    try {
      warmUp.join();
    } catch (InterruptedException _) {
      warmUp.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}

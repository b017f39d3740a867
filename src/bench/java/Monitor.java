import io.goldenpath.journey.GoldenPath;
import io.goldenpath.journey.Isolation;
import io.goldenpath.journey.Road;
import io.goldenpath.journey.TokenPool;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.wire.Wire;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The monitor's parts, put together for a program that measures them. */
final class Monitor implements AutoCloseable {

  private final Wire wire = Wire.open("bench", Stopwatch.SYSTEM);

  /** The journeys that these settings ask for. */
  List<Journey> journeys(Map<String, Object> settings) {
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("bench", settings));
    return SettingsLoader.load(environment).setups().stream().map(this::journey).toList();
  }

  private Journey journey(ProbeSetup setup) {
    Exercise exercise = setup.probe().plan().exercise();
    Road road =
        new Road(
            setup.probe(),
            setup.dialect(),
            setup.contract(),
            wire.forUsers(exercise.users()),
            new TokenPool(InstantSource.system()),
            new Road.Clocks(InstantSource.system(), Stopwatch.SYSTEM, new SecureRandom()));
    return exercise instanceof Exercise.Isolation isolation
        ? new Isolation(road, isolation)
        : new GoldenPath(road);
  }

  @Override
  public void close() {
    wire.close();
  }
}

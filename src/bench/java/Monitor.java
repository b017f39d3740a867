import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.SingleUserJourney;
import io.goldenpath.journey.isolation.IsolationJourney;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.AbstractEnvironment;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The monitor's parts, put together for a program that measures them. */
final class Monitor implements AutoCloseable {

  private final WireClient wire = WireClient.open("bench", TlsEngineFactory.JVM, Stopwatch.SYSTEM);

  /** The journeys that these settings ask for. */
  List<Journey> journeys(Map<String, Object> settings) {
    ConfigurableEnvironment environment = new AbstractEnvironment() {};
    environment.getPropertySources().addFirst(new MapPropertySource("bench", settings));
    return SettingsLoader.load(environment).setups().stream().map(this::journey).toList();
  }

  private Journey journey(ProbeSetup setup) {
    JourneySpec spec = setup.probe().script().spec();
    RunContext context =
        new RunContext(
            setup.probe(),
            setup.dialect(),
            setup.contract(),
            wire.forUsers(spec.users()),
            new RunContext.Clocks(InstantSource.system(), Stopwatch.SYSTEM, new SecureRandom()));
    TokenPool tokens = new TokenPool(InstantSource.system(), Stopwatch.SYSTEM);
    return spec instanceof JourneySpec.Isolation isolation
        ? new IsolationJourney(context, tokens, isolation)
        : new SingleUserJourney(context, tokens, SessionScript.GOLDEN_PATH);
  }

  @Override
  public void close() {
    wire.close();
  }
}

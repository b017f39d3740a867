package io.goldenpath.journey.login;

import io.goldenpath.journey.chat.SessionScript;
import io.goldenpath.journey.chat.SingleUserJourney;
import io.goldenpath.journey.release.ReleaseReadingJourney;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.load.SettingsLoader;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** Walks targets as an operator writes them, over real sockets. */
public final class YamlTargetRunner implements AutoCloseable {

  final TokenPool tokens;
  private final InstantSource clock;
  private final WireClient wire =
      WireClient.open("golden-path-bench", TlsEngineFactory.JVM, Stopwatch.SYSTEM);

  public YamlTargetRunner() {
    this(InstantSource.system());
  }

  YamlTargetRunner(InstantSource clock) {
    this.clock = clock;
    this.tokens = new TokenPool(clock, () -> nanos(clock));
  }

  /** A monotonic clock that is moved with the wall clock. */
  private static long nanos(InstantSource clock) {
    return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
  }

  /** The one probe of the one target that this YAML describes, under {@code targets.it}. */
  public static ProbeSetup setup(String target) {
    return only("goldenpath:\n  targets:\n    it:\n" + target.indent(6));
  }

  /** The one probe of all that this YAML describes. */
  public static ProbeSetup only(String yaml) {
    StandardEnvironment environment = new StandardEnvironment();
    ByteArrayResource file = new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8), "it");
    try {
      new YamlPropertySourceLoader()
          .load("it", file)
          .forEach(environment.getPropertySources()::addFirst);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return SettingsLoader.load(environment).setups().getFirst();
  }

  Run run(String target) throws InterruptedException {
    return run(setup(target), 1);
  }

  Run run(String target, RunTrace trace) throws InterruptedException {
    return run(setup(target), 1, trace);
  }

  public Run run(ProbeSetup setup, int slot) throws InterruptedException {
    return run(setup, slot, null);
  }

  private Run run(ProbeSetup setup, int slot, @Nullable RunTrace trace)
      throws InterruptedException {
    Probe probe = setup.probe();
    RunContext.Clocks clocks = new RunContext.Clocks(clock, Stopwatch.SYSTEM, new Random(7));
    RunContext context = new RunContext(probe, setup.dialect(), setup.contract(), wire, clocks);
    RunInfo ticket =
        new RunInfo("run", probe.id(), "local", Trigger.COMMAND, clock.instant(), trace);
    User user = probe.target().users().get(slot - 1);
    Journey path = new SingleUserJourney(context, tokens, SessionScript.GOLDEN_PATH);
    return ReleaseReadingJourney.around(path, context).run(ticket, List.of(user));
  }

  public static List<FindingKind> kinds(Run run) {
    return run.findings().stream().map(Finding::kind).toList();
  }

  public static String messages(Run run) {
    return String.join("\n", run.findings().stream().map(Finding::message).toList());
  }

  @Override
  public void close() {
    wire.close();
  }
}

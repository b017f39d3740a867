package io.goldenpath.journey;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.User;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.settings.SettingsLoader;
import io.goldenpath.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** Walks targets as an operator writes them, over real sockets. */
final class Bench implements AutoCloseable {

  final TokenPool tokens;
  private final InstantSource clock;
  private final Wire wire = Wire.open("golden-path-bench", Stopwatch.SYSTEM);

  Bench() {
    this(InstantSource.system());
  }

  Bench(InstantSource clock) {
    this.clock = clock;
    this.tokens = new TokenPool(clock);
  }

  /** The one probe of the one target that this YAML describes, under {@code targets.it}. */
  static ProbeSetup setup(String target) {
    String yaml = "goldenpath:\n  targets:\n    it:\n" + target.indent(6);
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

  Run run(ProbeSetup setup, int slot) throws InterruptedException {
    Probe probe = setup.probe();
    Road.Clocks clocks = new Road.Clocks(clock, Stopwatch.SYSTEM, new Random(7));
    Road road = new Road(probe, setup.dialect(), setup.contract(), wire, tokens, clocks);
    RunTicket ticket = new RunTicket("run", probe.id(), "local", Trigger.COMMAND, Instant.EPOCH);
    User user = probe.target().users().get(slot - 1);
    return new GoldenPath(road).run(ticket, List.of(user));
  }

  static List<FindingKind> kinds(Run run) {
    return run.findings().stream().map(Finding::kind).toList();
  }

  static String messages(Run run) {
    return String.join("\n", run.findings().stream().map(Finding::message).toList());
  }

  @Override
  public void close() {
    wire.close();
  }
}

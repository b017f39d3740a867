package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Target;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a target and its probes. */
final class TargetReader {

  private final SettingKey at;
  private final TargetProperties written;
  private final Levels levels;
  private final ContractsReader contracts;

  TargetReader(SettingKey at, TargetProperties written, Levels outer, ContractsReader contracts) {
    this.at = at;
    this.written = written;
    this.levels = outer.inner(at, written.level());
    this.contracts = contracts;
  }

  List<ProbeSetup> setups(String name) {
    at.checkName("target", name);
    Dialect dialect =
        BundledDialects.bundled(written.dialect())
            .or(() ->
                at.child("dialect").unknown("dialect", written.dialect(), BundledDialects.names()))
            .or(() -> BundledDialects.bundled("agent-events"))
            .orElseThrow();
    Contract contract = contracts.named(at.child("contract"), written.contract());
    AccessReader accessReader = new AccessReader(at, written.access());
    Optional<Target> target =
        accessReader
            .access(guestCount())
            .map(read ->
                new Target(
                    name,
                    read.access(),
                    read.users(),
                    written.dialect(),
                    written.contract(),
                    levels.rateLimits()));
    List<Function<Target, Probe>> journeys =
        journeys(new JourneyReader(levels, contract, accessReader.requests()));
    List<Probe> probes =
        target.stream()
            .flatMap(found -> journeys.stream().map(journey -> journey.apply(found)))
            .toList();
    new ProbeChecker(at.child("journeys"), probes, levels.rateLimits()).check();
    return probes.stream().map(probe -> new ProbeSetup(probe, dialect, contract)).toList();
  }

  private List<Function<Target, Probe>> journeys(JourneyReader reader) {
    Map<String, JourneyProperties> journeys =
        written.journeys().isEmpty()
            ? Map.of(JourneyKind.GOLDEN_PATH.label(), JourneyProperties.DEFAULTS)
            : written.journeys();
    return journeys.entrySet().stream()
        .flatMap(journey -> {
          SettingKey key = at.child("journeys").child(journey.getKey());
          return kind(key, journey.getKey())
              .flatMap(kind -> reader.probe(key, kind, journey.getValue()))
              .stream();
        })
        .toList();
  }

  private static Optional<JourneyKind> kind(SettingKey key, String label) {
    List<String> known = Stream.of(JourneyKind.values()).map(JourneyKind::label).toList();
    return JourneyKind.of(label)
        .or(() -> key.unreadable(SpellingSuggestion.unknown("journey", label, known)));
  }

  /** Where nobody logs in, there are as many guests as a journey wants. */
  private int guestCount() {
    JourneyProperties isolation = written.journeys().get(JourneyKind.ISOLATION.label());
    return isolation == null
        ? 1
        : Math.clamp(
            JourneySpecReader.users(isolation.isolation()), 1, 2 * JourneySpecReader.MAX_USERS);
  }
}

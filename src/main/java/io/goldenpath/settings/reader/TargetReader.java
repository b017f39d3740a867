package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Target;
import io.goldenpath.settings.dialect.UsedDialect;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.mistakes.SpellingSuggestion;
import io.goldenpath.settings.request.RequestReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a target and its probes. */
record TargetReader(
    SettingKey at,
    TargetProperties written,
    Levels outer,
    References references,
    Function<String, Optional<String>> environment) {

  List<ProbeSetup> setups(String name) {
    at.checkName("target", name);
    Levels levels = outer.inner(at, written.level());
    RequestReader requests =
        RequestReader.beside(at.child("login.url"), written.access().login().url());
    UsedDialect used = references.dialects().of(at, written.dialect(), requests.host());
    Contract contract = references.contracts().of(at, written.contract());
    if (references.dialects().names().contains(written.dialect())) {
      references.contracts().check(at, contract, written.dialect(), used);
    }
    RouteReader routes = new RouteReader(at, written.access(), environment);
    Optional<Target> target =
        new AccessReader(at, written, requests, routes, used, references.bundles())
            .target(name, guestCount(), levels.rateLimits());
    List<Probe> probes =
        probes(
            target, new JourneyReader(levels, contract, requests, used.needsSocketPerQuestion()));
    new ProbeChecker(at.child("journeys"), probes, levels.rateLimits()).check();
    return probes.stream().map(probe -> new ProbeSetup(probe, used.dialect(), contract)).toList();
  }

  private List<Probe> probes(Optional<Target> target, JourneyReader reader) {
    Map<String, JourneyProperties> journeys =
        written.journeys().isEmpty()
            ? Map.of(JourneyKind.GOLDEN_PATH.label(), JourneyProperties.DEFAULTS)
            : written.journeys();
    return journeys.entrySet().stream()
        .flatMap(journey -> {
          SettingKey key = at.child("journeys").child(journey.getKey());
          return kind(key, journey.getKey())
              .flatMap(kind -> reader.probe(key, kind, journey.getValue(), target))
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

package io.goldenpath.settings;

import io.goldenpath.contract.Contract;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes targets and probes of what is written, and writes down what cannot be one. */
final class TargetReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

  private final GoldenPathProperties properties;
  private final Mistakes mistakes;

  TargetReader(GoldenPathProperties properties, Mistakes mistakes) {
    this.properties = properties;
    this.mistakes = mistakes;
  }

  List<ProbeSetup> setups() {
    List<ProbeSetup> setups = new ArrayList<>();
    properties
        .targets()
        .forEach(
            (name, target) -> setups.addAll(setups("goldenpath.targets." + name, name, target)));
    return setups;
  }

  private List<ProbeSetup> setups(String key, String name, TargetProperties written) {
    if (!NAME.matcher(name).matches()) {
      mistakes.add(key, "a target's name is 1 to 63 of a-z, 0-9 and '-', but is '" + name + "'");
    }
    Dialect dialect =
        Dialects.bundled(written.dialect())
            .orElseGet(() -> {
              mistakes.add(
                  key + ".dialect",
                  "there is no dialect '"
                      + written.dialect()
                      + "'; known are "
                      + String.join(", ", Dialects.names()));
              return Dialects.bundled("agent-events").orElseThrow();
            });
    if (!written.contract().equals(Contract.DEFAULT.name())) {
      mistakes.add(
          key + ".contract", "there is no contract '" + written.contract() + "'; known is default");
    }
    Optional<Target> target =
        new AccessReader(key, mistakes).target(name, written, manners(written));
    return target.stream().flatMap(known -> journeys(key, known, written, dialect)).toList();
  }

  private Stream<ProbeSetup> journeys(
      String key, Target target, TargetProperties written, Dialect dialect) {
    Map<String, JourneyProperties> journeys =
        written.journeys().isEmpty()
            ? Map.of(
                JourneyKind.GOLDEN_PATH.label(),
                new JourneyProperties(null, null, null, ToolUse.REQUIRED, null))
            : written.journeys();
    return journeys.entrySet().stream()
        .flatMap(journey -> {
          String at = key + ".journeys." + journey.getKey();
          Optional<JourneyKind> kind = JourneyKind.of(journey.getKey());
          if (kind.isEmpty()) {
            mistakes.add(
                at, "there is no journey '" + journey.getKey() + "'; known is golden-path");
          }
          return kind.stream()
              .flatMap(known ->
                  new JourneyReader(properties, written, mistakes)
                      .probe(at, target, known, journey.getValue()).stream())
              .map(probe -> new ProbeSetup(probe, dialect, Contract.DEFAULT));
        });
  }

  private Manners manners(TargetProperties written) {
    Integer connects =
        Stream.of(Optional.ofNullable(written.manners()), Optional.ofNullable(properties.manners()))
            .flatMap(Optional::stream)
            .map(MannersProperties::connects)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Manners.DEFAULTS.connects());
    return new Manners(Manners.DEFAULTS.logins(), connects);
  }
}

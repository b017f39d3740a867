package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes targets and probes of what is written, and writes down what cannot be one. */
final class TargetReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");

  private final GoldenPathProperties properties;
  private final Mistakes mistakes;
  private final RateLimitsReader rateLimitsReader;
  private final ContractsReader contracts;

  TargetReader(GoldenPathProperties properties, Mistakes mistakes) {
    this.properties = properties;
    this.mistakes = mistakes;
    this.rateLimitsReader = new RateLimitsReader(properties.manners(), mistakes);
    this.contracts = new ContractsReader(properties.contracts(), mistakes);
  }

  List<ProbeSetup> setups() {
    new TimeLimitsReader(mistakes)
        .limits(new TimeLimitsReader.Level("goldenpath.limits", properties.limits()));
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
        BundledDialects.bundled(written.dialect())
            .orElseGet(() -> {
              mistakes.add(
                  key + ".dialect",
                  "there is no dialect '"
                      + written.dialect()
                      + "'; known are "
                      + String.join(", ", BundledDialects.names()));
              return BundledDialects.bundled("agent-events").orElseThrow();
            });
    Contract contract = contracts.named(key + ".contract", written.contract());
    RateLimits rateLimits = rateLimitsReader.rateLimits(key + ".manners", written.manners());
    AccessReader.ReadTarget read =
        new AccessReader(key, mistakes).target(name, written, rateLimits, guestCount(written));
    List<Function<Target, Probe>> journeys = journeys(key, written, contract, read.requestReader());
    List<Probe> probes =
        read.target().stream()
            .flatMap(target -> journeys.stream().map(journey -> journey.apply(target)))
            .toList();
    probes.forEach(probe -> checkUserCount(key, probe));
    probes.forEach(probe -> checkRefusalLogin(key, probe));
    rateLimitsReader.checkProbes(key + ".journeys", probes, rateLimits);
    return probes.stream().map(probe -> new ProbeSetup(probe, dialect, contract)).toList();
  }

  private List<Function<Target, Probe>> journeys(
      String key, TargetProperties written, Contract contract, RequestReader requestReader) {
    Map<String, JourneyProperties> journeys =
        written.journeys().isEmpty()
            ? Map.of(JourneyKind.GOLDEN_PATH.label(), JourneyProperties.DEFAULTS)
            : written.journeys();
    JourneyReader reader =
        new JourneyReader(properties, written, contract, requestReader, mistakes);
    return journeys.entrySet().stream()
        .flatMap(journey -> {
          String at = key + ".journeys." + journey.getKey();
          return kind(at, journey.getKey()).stream()
              .flatMap(kind -> reader.probe(at, kind, journey.getValue()).stream());
        })
        .toList();
  }

  /** Where nobody logs in, there are as many guests as a journey wants. */
  private static int guestCount(TargetProperties written) {
    return written.journeys().entrySet().stream()
        .flatMap(journey ->
            JourneyKind.of(journey.getKey()).stream()
                .map(kind -> JourneySpecReader.users(kind, journey.getValue())))
        .filter(users -> users <= 2 * JourneySpecReader.MAX_USERS)
        .max(Integer::compare)
        .orElse(1);
  }

  private void checkUserCount(String key, Probe probe) {
    int wanted = probe.script().spec().users();
    int users = probe.target().users().size();
    if (users < wanted && users > 0) {
      mistakes.add(
          "%s.journeys.%s".formatted(key, probe.journey().label()),
          "takes %d users at once, but the target has %d; list more, or raise their sessions"
              .formatted(wanted, users));
    }
  }

  /** Where nobody has a token none can be bad, and the only one of a user must not be ended. */
  private void checkRefusalLogin(String key, Probe probe) {
    if (probe.script().spec() instanceof JourneySpec.Refusal refusal) {
      String at = "%s.journeys.%s".formatted(key, probe.journey().label());
      Login login = probe.target().access().login();
      if (login instanceof Login.None) {
        mistakes.add(
            at, "needs users who log in; with login.type none there is no token that could be bad");
      }
      if (login instanceof Login.StaticToken && refusal.revoke() != null) {
        mistakes.add(
            at + ".revoke-url",
            "would end the only token that the user has; it needs a login that gives a new one");
      }
    }
  }

  private Optional<JourneyKind> kind(String key, String label) {
    Optional<JourneyKind> kind = JourneyKind.of(label);
    if (kind.isEmpty()) {
      mistakes.unreadable(
          key,
          "there is no journey '%s'; known: %s"
              .formatted(
                  label,
                  Stream.of(JourneyKind.values())
                      .map(JourneyKind::label)
                      .collect(Collectors.joining(", "))));
    }
    return kind;
  }
}

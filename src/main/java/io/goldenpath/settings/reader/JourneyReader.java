package io.goldenpath.settings.reader;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.Template;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.settings.keys.GoldenPathProperties;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.TargetProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads when a journey runs, what is asked, and how long it may take. */
final class JourneyReader {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Map<JourneyKind, Duration> PERIODS =
      Map.of(
          JourneyKind.GOLDEN_PATH, MINUTE,
          JourneyKind.ISOLATION, Duration.ofMinutes(5),
          JourneyKind.RECOVERY, Duration.ofMinutes(10),
          JourneyKind.REFUSAL, Duration.ofHours(1));
  private static final Set<String> VARIABLES = Set.of("nonce", "a", "b");

  private final GoldenPathProperties properties;
  private final TargetProperties written;
  private final Contract contract;
  private final RequestReader requestReader;
  private final Mistakes mistakes;

  JourneyReader(
      GoldenPathProperties properties,
      TargetProperties written,
      Contract contract,
      RequestReader requestReader,
      Mistakes mistakes) {
    this.properties = properties;
    this.written = written;
    this.contract = contract;
    this.requestReader = requestReader;
    this.mistakes = mistakes;
  }

  /** The probe of this journey against whichever target its access leads to. */
  Optional<Function<Target, Probe>> probe(String key, JourneyKind kind, JourneyProperties journey) {
    String targetKey = key.substring(0, key.indexOf(".journeys."));
    TimeLimits limits =
        new TimeLimitsReader(mistakes)
            .limits(
                new TimeLimitsReader.Level("goldenpath.limits", properties.limits()),
                new TimeLimitsReader.Level(targetKey + ".limits", written.limits()),
                new TimeLimitsReader.Level(key + ".limits", journey.limits()));
    checkPrompt(key, journey.ask());
    UserScript script =
        new UserScript(
            Objects.requireNonNullElse(journey.ask(), UserScript.DEFAULTS.prompt()),
            journey.tools(),
            innermost(written.hold(), properties.hold(), UserScript.DEFAULTS.hold()),
            innermost(written.listen(), properties.listen(), UserScript.DEFAULTS.listen()),
            new JourneySpecReader(
                    key,
                    journey,
                    contract,
                    (at, to) -> requestReader.post(at, to).orElse(null),
                    mistakes)
                .read(kind));
    List<String> events = contract.required(journey.tools());
    return cadence(key, kind, journey)
        .map(cadence -> target -> new Probe(target, cadence, limits, script, events));
  }

  private Optional<Cadence> cadence(String key, JourneyKind kind, JourneyProperties journey) {
    Duration period = journey.every() == null ? PERIODS.get(kind) : journey.every().period();
    Duration timeout =
        Objects.requireNonNullElse(
            journey.timeout(), period == null || period.compareTo(MINUTE) > 0 ? MINUTE : period);
    if (period != null && period.compareTo(SECOND) < 0) {
      mistakes.add(key + ".every", "must be at least 1s, or never");
      return Optional.empty();
    }
    if (timeout.isNegative() || timeout.isZero()) {
      mistakes.add(key + ".timeout", "must be longer than zero");
      return Optional.empty();
    }
    if (period == null) {
      return Optional.of(Cadence.onDemand(timeout));
    }
    if (period.compareTo(timeout) < 0) {
      mistakes.add(
          journey.every() == null ? key + ".timeout" : key + ".every",
          "every (%s) must not be shorter than timeout (%s)"
              .formatted(DurationNotation.of(period), DurationNotation.of(timeout)));
      return Optional.empty();
    }
    return Optional.of(Cadence.every(period, timeout));
  }

  private void checkPrompt(String key, @Nullable String ask) {
    if (ask == null) {
      return;
    }
    Set<String> used = Template.of(ask).variables();
    Set<String> unknown = new TreeSet<>(used);
    unknown.removeAll(VARIABLES);
    unknown.forEach(name ->
        mistakes.add(
            key + ".ask", "there is no variable {" + name + "}; known: {nonce}, {a}, {b}"));
    if (!used.containsAll(VARIABLES)) {
      mistakes.add(
          key + ".ask",
          "must hold {nonce}, {a} and {b}: the answer is held against the code and the sum");
    }
  }

  private static Duration innermost(
      @Nullable Duration inner, @Nullable Duration outer, Duration otherwise) {
    return Objects.requireNonNullElse(inner, Objects.requireNonNullElse(outer, otherwise));
  }
}

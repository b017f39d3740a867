package io.goldenpath.settings;

import io.goldenpath.contract.Contract;
import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.Template;
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
  private final CallReader calls;
  private final Mistakes mistakes;

  JourneyReader(
      GoldenPathProperties properties,
      TargetProperties written,
      Contract contract,
      CallReader calls,
      Mistakes mistakes) {
    this.properties = properties;
    this.written = written;
    this.contract = contract;
    this.calls = calls;
    this.mistakes = mistakes;
  }

  /** The probe of this journey against whichever target its access leads to. */
  Optional<Function<Target, Probe>> probe(String key, JourneyKind kind, JourneyProperties journey) {
    String targetKey = key.substring(0, key.indexOf(".journeys."));
    Limits limits =
        new LimitsReader(mistakes)
            .limits(
                new LimitsReader.Level("goldenpath.limits", properties.limits()),
                new LimitsReader.Level(targetKey + ".limits", written.limits()),
                new LimitsReader.Level(key + ".limits", journey.limits()));
    ask(key, journey.ask());
    Plan plan =
        new Plan(
            Objects.requireNonNullElse(journey.ask(), Plan.DEFAULTS.ask()),
            journey.tools(),
            innermost(written.hold(), properties.hold(), Plan.DEFAULTS.hold()),
            innermost(written.listen(), properties.listen(), Plan.DEFAULTS.listen()),
            new ExerciseReader(
                    key, journey, contract, (at, to) -> calls.post(at, to).orElse(null), mistakes)
                .read(kind));
    List<String> events = contract.required(journey.tools());
    return cadence(key, kind, journey)
        .map(cadence -> target -> new Probe(target, cadence, limits, plan, events));
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
              .formatted(TimeText.of(period), TimeText.of(timeout)));
      return Optional.empty();
    }
    return Optional.of(Cadence.every(period, timeout));
  }

  private void ask(String key, @Nullable String ask) {
    if (ask == null) {
      return;
    }
    Set<String> used = Template.of(ask).names();
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

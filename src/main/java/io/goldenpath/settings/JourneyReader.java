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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads when a journey runs, what is asked, and how long it may take. */
final class JourneyReader {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Set<String> VARIABLES = Set.of("nonce", "a", "b");

  private final GoldenPathProperties properties;
  private final TargetProperties written;
  private final Mistakes mistakes;

  JourneyReader(GoldenPathProperties properties, TargetProperties written, Mistakes mistakes) {
    this.properties = properties;
    this.written = written;
    this.mistakes = mistakes;
  }

  Optional<Probe> probe(String key, Target target, JourneyKind kind, JourneyProperties journey) {
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
            innermost(written.listen(), properties.listen(), Plan.DEFAULTS.listen()));
    return cadence(key, target, journey)
        .map(cadence ->
            new Probe(
                target, kind, cadence, limits, plan, Contract.DEFAULT.required(journey.tools())));
  }

  private Optional<Cadence> cadence(String key, Target target, JourneyProperties journey) {
    Duration period = journey.every() == null ? MINUTE : journey.every().period();
    if (period == null) {
      return Optional.of(Cadence.onDemand(Objects.requireNonNullElse(journey.timeout(), MINUTE)));
    }
    if (period.compareTo(Duration.ofSeconds(1)) < 0) {
      mistakes.add(key + ".every", "must be at least 1s");
      return Optional.empty();
    }
    Duration timeout =
        Objects.requireNonNullElse(
            journey.timeout(), period.compareTo(MINUTE) < 0 ? period : MINUTE);
    if (timeout.isNegative() || timeout.isZero()) {
      mistakes.add(key + ".timeout", "must be longer than zero");
      return Optional.empty();
    }
    if (period.compareTo(timeout) < 0) {
      mistakes.add(
          journey.every() == null ? key + ".timeout" : key + ".every",
          "every (%s s) must not be shorter than timeout (%s s)"
              .formatted(period.toSeconds(), timeout.toSeconds()));
      return Optional.empty();
    }
    long connects = Math.ceilDiv(MINUTE.toMillis(), period.toMillis());
    if (connects > target.manners().connects()) {
      mistakes.add(
          key + ".every",
          "opens %d sockets a minute, but manners.connects allows %d; run less often or raise it"
              .formatted(connects, target.manners().connects()));
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
    return Stream.of(Optional.ofNullable(inner), Optional.ofNullable(outer))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(otherwise);
  }
}

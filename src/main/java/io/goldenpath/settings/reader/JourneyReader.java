package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.Template;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.settings.keys.JourneyProperties;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.keys.LevelProperties.RateLimitsProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.request.RequestReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads when a journey runs, what is asked, and how long it may take. */
record JourneyReader(
    Levels levels, Contract contract, RequestReader requests, boolean socketPerQuestion) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Map<JourneyKind, Duration> PERIODS =
      Map.of(
          JourneyKind.GOLDEN_PATH, MINUTE,
          JourneyKind.ISOLATION, Duration.ofMinutes(5),
          JourneyKind.RECOVERY, Duration.ofMinutes(10),
          JourneyKind.REFUSAL, Duration.ofHours(1));
  private static final Set<String> VARIABLES = Set.of("nonce", "a", "b");

  /** Empty where the target is wrong, but read all the same, for the mistakes. */
  Optional<Probe> probe(
      SettingKey at, JourneyKind kind, JourneyProperties written, Optional<Target> target) {
    Levels own =
        levels.inner(
            at,
            new LevelProperties(
                written.level().limits(),
                written.level().close(),
                null,
                null,
                new RateLimitsProperties(null, null),
                written.level().regression(),
                written.level().maintenance(),
                written.level().verdict(),
                written.level().slo()));
    UserScript script =
        new UserScript(
            prompt(at.child("ask"), written.prompt().ask()),
            written.prompt().tools(),
            own.innermost(LevelProperties::hold, UserScript.DEFAULTS.hold()),
            own.innermost(LevelProperties::listen, UserScript.DEFAULTS.listen()),
            new JourneySpecReader(at, written, contract, requests, socketPerQuestion).read(kind));
    List<String> events = contract.required(written.prompt().tools());
    return cadence(at, PERIODS.get(kind), written)
        .flatMap(cadence ->
            target.map(to ->
                new Probe(
                    to,
                    cadence,
                    own.timeLimits(),
                    script,
                    events,
                    own.regressionPolicy(),
                    own.verdictPolicy(usualPolicy(cadence)),
                    own.serviceLevel())));
  }

  /** Nobody knows when the next run on demand comes. */
  private static VerdictPolicy usualPolicy(Cadence cadence) {
    return cadence.period().isEmpty() ? VerdictPolicy.EACH_RUN : VerdictPolicy.DEFAULT;
  }

  private static Optional<Cadence> cadence(
      SettingKey at, @Nullable Duration otherwise, JourneyProperties written) {
    Duration period = written.every() == null ? otherwise : written.every().period();
    Duration timeout =
        requireNonNullElse(
            written.timeout(), period == null || period.compareTo(MINUTE) > 0 ? MINUTE : period);
    if (period != null && period.compareTo(SECOND) < 0) {
      return at.child("every").wrong("must be at least 1s, or never");
    }
    if (!at.child("timeout").positive(timeout)) {
      return Optional.empty();
    }
    if (period == null) {
      return Optional.of(Cadence.onDemand(timeout));
    }
    return period.compareTo(timeout) < 0
        ? at.child(written.every() == null ? "timeout" : "every")
            .wrong(
                "every (%s) must not be shorter than timeout (%s)",
                DurationText.setting(period), DurationText.setting(timeout))
        : Optional.of(Cadence.every(period, timeout));
  }

  private static String prompt(SettingKey at, @Nullable String ask) {
    if (ask == null) {
      return UserScript.DEFAULTS.prompt();
    }
    Set<String> used = Template.of(ask).variables();
    used.stream()
        .filter(name -> !VARIABLES.contains(name))
        .sorted()
        .forEach(name -> at.wrong("there is no variable {%s}; known: {nonce}, {a}, {b}", name));
    if (!used.containsAll(VARIABLES)) {
      at.wrong("must hold {nonce}, {a} and {b}: the answer is held against the code and the sum");
    }
    return ask;
  }
}

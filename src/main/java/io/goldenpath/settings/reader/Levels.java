package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.MaintenancePlan;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.probe.ServiceLevel;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.model.time.TimeLimits.EventLimits;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.keys.LevelProperties.TimeLimitsProperties;
import io.goldenpath.settings.keys.TimeLimitProperties;
import io.goldenpath.settings.keys.value.FailedRuns;
import io.goldenpath.settings.mistakes.SettingKey;
import io.goldenpath.settings.service.MaintenanceReader;
import io.goldenpath.settings.service.SloReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of all targets, one target and one journey: the innermost wins, key by key. */
record Levels(SettingKey at, LevelProperties written, @Nullable Levels outer) {

  private static final int MOST_RUNS = 1000;
  private static final int MOST_GOOD_RUNS = 20;

  static Levels outermost(SettingKey at, LevelProperties written) {
    return new Levels(at, written, null).checked();
  }

  Levels inner(SettingKey key, LevelProperties properties) {
    return new Levels(key, properties, this).checked();
  }

  TimeLimits timeLimits() {
    TimeLimits base = TimeLimits.DEFAULTS;
    TimeLimit welcome = limit("welcome", base.welcome(), TimeLimitsProperties::welcome);
    return new TimeLimits(
        limit("login", base.login(), TimeLimitsProperties::login),
        limit("connect", base.connect(), TimeLimitsProperties::connect),
        welcome,
        limit("queue", welcome, TimeLimitsProperties::queue),
        limit("reconnect", base.reconnect(), TimeLimitsProperties::reconnect),
        innermost(LevelProperties::close, base.close()),
        new EventLimits(
            limit("first-event", base.firstEvent(), TimeLimitsProperties::firstEvent),
            limit("gap", base.gap(), TimeLimitsProperties::gap),
            limit("tool", base.tool(), TimeLimitsProperties::tool),
            limit("answer", base.answer(), TimeLimitsProperties::answer)));
  }

  RateLimits rateLimits() {
    return new RateLimits(
        innermost(level -> level.manners().logins(), RateLimits.DEFAULTS.logins()),
        innermost(level -> level.manners().connects(), RateLimits.DEFAULTS.connects()));
  }

  RegressionPolicy regressionPolicy() {
    RegressionPolicy base = RegressionPolicy.DEFAULT;
    return new RegressionPolicy(
        innermost(level -> level.regression().learn(), base.learn()),
        innermost(level -> level.regression().of(), base.of()),
        severities());
  }

  /** Where nothing is written, this one. */
  VerdictPolicy verdictPolicy(VerdictPolicy otherwise) {
    FailedRuns fail =
        innermost(
            level -> level.verdict().fail(), new FailedRuns(otherwise.fail(), otherwise.of()));
    return new VerdictPolicy(
        fail.runs(),
        fail.of(),
        Math.max(1, innermost(level -> level.verdict().recover(), otherwise.recover())),
        innermost(level -> level.verdict().confirmAfter(), otherwise.confirmAfter()));
  }

  private Map<RegressionKind, Severity> severities() {
    Map<RegressionKind, Severity> severities = new EnumMap<>(RegressionKind.class);
    if (outer != null) {
      severities.putAll(outer.severities());
    }
    written
        .regression()
        .severity()
        .forEach((label, severity) ->
            RegressionKind.of(label).ifPresent(kind -> severities.put(kind, severity)));
    return severities;
  }

  ServiceLevel serviceLevel() {
    return new ServiceLevel(
        new SloReader(at.child("slo"))
            .read(
                innermost(level -> level.slo().objective(), SloReader.NO_OBJECTIVE),
                innermost(level -> level.slo().over(), SloReader.USUAL_TIME),
                innermost(level -> level.slo().good(), GoodRuns.PASSED)),
        maintenance().toList());
  }

  private Stream<MaintenancePlan> maintenance() {
    return Stream.concat(
        outer == null ? Stream.empty() : outer.maintenance(),
        new MaintenanceReader(at.child("maintenance")).read(written.maintenance()).stream());
  }

  <T> T innermost(Function<LevelProperties, @Nullable T> key, T otherwise) {
    T own = key.apply(written);
    if (own != null) {
      return own;
    }
    return outer == null ? otherwise : outer.innermost(key, otherwise);
  }

  private Levels checked() {
    SettingKey manners = at.child("manners");
    manners.child("logins").inRange(written.manners().logins(), 1, Integer.MAX_VALUE);
    manners.child("connects").inRange(written.manners().connects(), 1, Integer.MAX_VALUE);
    if (written.close() != null) {
      at.child("limits.close").positive(written.close());
    }
    timeLimits();
    serviceLevel();
    checkRegression(at.child("regression"));
    checkVerdict(at.child("verdict"));
    return this;
  }

  private void checkRegression(SettingKey regression) {
    written
        .regression()
        .severity()
        .forEach((kind, severity) ->
            checkSeverity(regression.child("severity." + kind), kind, severity));
    regression.child("learn").inRange(written.regression().learn(), 10, MOST_RUNS);
    regression.child("of").inRange(written.regression().of(), 10, MOST_RUNS);
    RegressionPolicy policy = regressionPolicy();
    boolean here = written.regression().learn() != null || written.regression().of() != null;
    if (here && policy.of() < policy.learn()) {
      regression.wrong("of (%d) must not be less than learn (%d)", policy.of(), policy.learn());
    }
  }

  private void checkVerdict(SettingKey verdict) {
    verdict.child("recover").inRange(written.verdict().recover(), 1, MOST_GOOD_RUNS);
    Duration confirmAfter = written.verdict().confirmAfter();
    if (confirmAfter != null) {
      verdict.child("confirm-after").positive(confirmAfter);
    }
  }

  private static void checkSeverity(SettingKey at, String kind, Severity severity) {
    if (RegressionKind.of(kind).isEmpty()) {
      at.wrong(
          "there is no such kind; known: %s",
          Arrays.stream(RegressionKind.values())
              .map(RegressionKind::label)
              .collect(Collectors.joining(", ")));
    } else if (severity.compareTo(Severity.WARNING) > 0) {
      at.wrong("must be warning or info: a regression fails no run");
    }
  }

  private TimeLimit limit(
      String name, TimeLimit base, Function<TimeLimitsProperties, TimeLimitProperties> part) {
    checkLimit(at.child("limits").child(name), part.apply(written.limits()));
    Duration failed = innermost(level -> part.apply(level.limits()).failed(), base.failed());
    Duration usual = requireNonNullElse(base.degraded(), failed);
    Duration degraded = innermost(level -> part.apply(level.limits()).degraded(), usual);
    if (!failed.isPositive()) {
      return base;
    }
    return degraded.isNegative() || degraded.compareTo(failed) >= 0
        ? TimeLimit.of(failed)
        : new TimeLimit(degraded, failed);
  }

  private static void checkLimit(SettingKey at, TimeLimitProperties written) {
    Duration failed = written.failed();
    if (failed == null) {
      return;
    }
    Duration degraded = written.failedOnly() ? null : written.degraded();
    if (degraded != null && degraded.compareTo(failed) >= 0) {
      at.wrong(
          "degraded (%s) must be shorter than failed (%s)",
          DurationText.setting(degraded), DurationText.setting(failed));
    }
    if (failed.isZero()) {
      (written.failedOnly() ? at : at.child("failed")).wrong("must be longer than zero");
    }
  }
}

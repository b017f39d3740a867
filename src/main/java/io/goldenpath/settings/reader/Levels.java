package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.model.time.TimeLimits.EventLimits;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.keys.LevelProperties.TimeLimitsProperties;
import io.goldenpath.settings.keys.TimeLimitProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settings of all targets, one target and one journey: the innermost wins, key by key. */
record Levels(SettingKey at, LevelProperties written, @Nullable Levels outer) {

  static Levels outermost(SettingKey at, LevelProperties written) {
    return new Levels(at, written, null).checked();
  }

  Levels inner(SettingKey key, LevelProperties properties) {
    return new Levels(key, properties, this).checked();
  }

  TimeLimits timeLimits() {
    TimeLimits base = TimeLimits.DEFAULTS;
    return new TimeLimits(
        limit("login", base.login(), TimeLimitsProperties::login),
        limit("connect", base.connect(), TimeLimitsProperties::connect),
        limit("welcome", base.welcome(), TimeLimitsProperties::welcome),
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
    return this;
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

package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.model.time.TimeLimits.EventLimits;
import io.goldenpath.settings.keys.LevelProperties;
import io.goldenpath.settings.keys.TimeLimitProperties;
import io.goldenpath.settings.keys.TimeLimitsProperties;
import io.goldenpath.settings.mistakes.SettingKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of all targets, one target and one journey: the innermost wins, key by key. */
final class Levels {

  private final List<Level> outerToInner;

  private Levels(List<Level> outerToInner) {
    this.outerToInner = List.copyOf(outerToInner);
  }

  private record Level(SettingKey at, LevelProperties written) {}

  static Levels outermost(SettingKey at, LevelProperties written) {
    return new Levels(List.of()).inner(at, written);
  }

  Levels inner(SettingKey at, LevelProperties written) {
    Levels levels =
        new Levels(
            Stream.concat(outerToInner.stream(), Stream.of(new Level(at, written))).toList());
    levels.check();
    return levels;
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
    T found = otherwise;
    for (Level level : outerToInner) {
      found = requireNonNullElse(key.apply(level.written()), found);
    }
    return found;
  }

  private void check() {
    Level level = outerToInner.getLast();
    SettingKey manners = level.at().child("manners");
    manners.child("logins").inRange(level.written().manners().logins(), 1, 1, Integer.MAX_VALUE);
    manners
        .child("connects")
        .inRange(level.written().manners().connects(), 1, 1, Integer.MAX_VALUE);
    if (level.written().close() != null) {
      level.at().child("limits.close").positive(level.written().close());
    }
    timeLimits();
  }

  private TimeLimit limit(
      String name,
      TimeLimit base,
      Function<TimeLimitsProperties, @Nullable TimeLimitProperties> part) {
    Duration degraded = base.degraded();
    Duration failed = base.failed();
    for (Level level : outerToInner) {
      TimeLimitProperties written = part.apply(level.written().limits());
      if (written != null) {
        checkLimit(level.at().child("limits").child(name), written);
        failed = requireNonNullElse(written.failed(), failed);
        degraded =
            written.failedOnly()
                ? null
                : written.degraded() == null ? degraded : written.degraded();
      }
    }
    if (!failed.isPositive()) {
      return base;
    }
    return degraded == null || degraded.compareTo(failed) >= 0
        ? TimeLimit.of(failed)
        : TimeLimit.of(degraded, failed);
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

package io.goldenpath.settings.reader;

import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.settings.keys.TimeLimitProperties;
import io.goldenpath.settings.keys.TimeLimitsProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays three levels of limits over the defaults: the innermost wins, key by key. */
final class TimeLimitsReader {

  private final Mistakes mistakes;

  TimeLimitsReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Limits as written at one level, and the key under which they stand. */
  record Level(String key, @Nullable TimeLimitsProperties written) {}

  TimeLimits limits(Level... outerToInner) {
    TimeLimits base = TimeLimits.DEFAULTS;
    return new TimeLimits(
        limit("login", base.login(), TimeLimitsProperties::login, outerToInner),
        limit("connect", base.connect(), TimeLimitsProperties::connect, outerToInner),
        limit("welcome", base.welcome(), TimeLimitsProperties::welcome, outerToInner),
        limit("first-event", base.firstEvent(), TimeLimitsProperties::firstEvent, outerToInner),
        limit("gap", base.gap(), TimeLimitsProperties::gap, outerToInner),
        limit("tool", base.tool(), TimeLimitsProperties::tool, outerToInner),
        limit("answer", base.answer(), TimeLimitsProperties::answer, outerToInner),
        limit("reconnect", base.reconnect(), TimeLimitsProperties::reconnect, outerToInner),
        close(base.close(), outerToInner));
  }

  private TimeLimit limit(
      String name,
      TimeLimit base,
      Function<TimeLimitsProperties, @Nullable TimeLimitProperties> part,
      Level... levels) {
    Duration degraded = base.degraded();
    Duration failed = base.failed();
    for (Level level : levels) {
      TimeLimitProperties written = level.written() == null ? null : part.apply(level.written());
      if (written == null) {
        continue;
      }
      checkLimit(level.key() + "." + name, written);
      failed = written.failed() == null ? failed : written.failed();
      degraded =
          written.failedOnly() ? null : written.degraded() == null ? degraded : written.degraded();
    }
    if (failed.isNegative() || failed.isZero()) {
      return base;
    }
    return degraded == null || degraded.compareTo(failed) >= 0
        ? TimeLimit.of(failed)
        : TimeLimit.of(degraded, failed);
  }

  private void checkLimit(String key, TimeLimitProperties written) {
    if (!written.failedOnly()
        && written.degraded() != null
        && written.failed() != null
        && written.degraded().compareTo(written.failed()) >= 0) {
      mistakes.add(
          key,
          "degraded (%s) must be shorter than failed (%s)"
              .formatted(
                  DurationNotation.of(written.degraded()), DurationNotation.of(written.failed())));
    }
    if (written.failed() != null) {
      checkPositive(written.failedOnly() ? key : key + ".failed", written.failed());
    }
  }

  private void checkPositive(String key, Duration written) {
    if (written.isZero()) {
      mistakes.add(key, "must be longer than zero");
    }
  }

  private Duration close(Duration base, Level... levels) {
    Duration close = base;
    for (Level level : levels) {
      if (level.written() != null && level.written().close() != null) {
        close = level.written().close();
        checkPositive(level.key() + ".close", close);
      }
    }
    return close;
  }
}

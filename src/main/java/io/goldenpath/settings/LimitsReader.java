package io.goldenpath.settings;

import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays three levels of limits over the defaults: the innermost wins, key by key. */
final class LimitsReader {

  private final Mistakes mistakes;

  LimitsReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Limits as written at one level, and the key under which they stand. */
  record Level(String key, @Nullable LimitsProperties written) {}

  Limits limits(Level... outerToInner) {
    Limits base = Limits.DEFAULTS;
    return new Limits(
        limit("login", base.login(), LimitsProperties::login, outerToInner),
        limit("connect", base.connect(), LimitsProperties::connect, outerToInner),
        limit("welcome", base.welcome(), LimitsProperties::welcome, outerToInner),
        limit("first-event", base.firstEvent(), LimitsProperties::firstEvent, outerToInner),
        limit("gap", base.gap(), LimitsProperties::gap, outerToInner),
        limit("tool", base.tool(), LimitsProperties::tool, outerToInner),
        limit("answer", base.answer(), LimitsProperties::answer, outerToInner),
        limit("reconnect", base.reconnect(), LimitsProperties::reconnect, outerToInner),
        close(base.close(), outerToInner));
  }

  private Limit limit(
      String name,
      Limit base,
      Function<LimitsProperties, @Nullable LimitProperties> part,
      Level... levels) {
    Duration degraded = base.degraded();
    Duration failed = base.failed();
    for (Level level : levels) {
      LimitProperties written = level.written() == null ? null : part.apply(level.written());
      if (written == null) {
        continue;
      }
      contradiction(level.key() + "." + name, written);
      failed = written.failed() == null ? failed : written.failed();
      degraded =
          written.alone() ? null : written.degraded() == null ? degraded : written.degraded();
    }
    if (failed.isNegative() || failed.isZero()) {
      return base;
    }
    return degraded == null || degraded.compareTo(failed) >= 0
        ? Limit.of(failed)
        : Limit.of(degraded, failed);
  }

  private void contradiction(String key, LimitProperties written) {
    if (!written.alone()
        && written.degraded() != null
        && written.failed() != null
        && written.degraded().compareTo(written.failed()) >= 0) {
      mistakes.add(
          key,
          "degraded (%s) must be shorter than failed (%s)"
              .formatted(TimeText.of(written.degraded()), TimeText.of(written.failed())));
    }
    if (written.failed() != null) {
      positive(written.alone() ? key : key + ".failed", written.failed());
    }
  }

  private void positive(String key, Duration written) {
    if (written.isZero()) {
      mistakes.add(key, "must be longer than zero");
    }
  }

  private Duration close(Duration base, Level... levels) {
    Duration close = base;
    for (Level level : levels) {
      if (level.written() != null && level.written().close() != null) {
        close = level.written().close();
        positive(level.key() + ".close", close);
      }
    }
    return close;
  }
}

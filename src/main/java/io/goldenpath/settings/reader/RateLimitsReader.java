package io.goldenpath.settings.reader;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.settings.keys.RateLimitsProperties;
import io.goldenpath.settings.mistakes.Mistakes;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a target's manners over those for all, and holds its plan against them. */
final class RateLimitsReader {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final RateLimitsProperties NONE = new RateLimitsProperties(null, null);

  private final RateLimitsProperties all;
  private final Mistakes mistakes;

  RateLimitsReader(@Nullable RateLimitsProperties all, Mistakes mistakes) {
    this.all = requireNonNullElse(all, NONE);
    this.mistakes = mistakes;
    checkRanges("goldenpath.manners", this.all);
  }

  RateLimits rateLimits(String key, @Nullable RateLimitsProperties written) {
    RateLimitsProperties target = requireNonNullElse(written, NONE);
    checkRanges(key, target);
    return new RateLimits(
        innermost(target.logins(), all.logins(), RateLimits.DEFAULTS.logins()),
        innermost(target.connects(), all.connects(), RateLimits.DEFAULTS.connects()));
  }

  /** Whether the probes of one target, each on time, keep within what it bears. */
  void checkProbes(String journeysKey, List<Probe> probes, RateLimits rateLimits) {
    for (Probe probe : probes) {
      checkSingleRun(journeysKey + "." + probe.journey().label(), probe, probes, rateLimits);
    }
    double connects = probes.stream().mapToDouble(RateLimitsReader::connectsPerMinute).sum();
    if (rateLimits.connects() > 0 && connects > rateLimits.connects()) {
      mistakes.add(
          probes.size() == 1
              ? journeysKey + "." + probes.getFirst().journey().label() + ".every"
              : journeysKey,
          "opens %s sockets a minute, but manners.connects allows %d; run less often or raise it"
              .formatted(
                  new DecimalFormat("0.#", SYMBOLS).format(connects), rateLimits.connects()));
    }
  }

  /** One run must fit into a minute beside what the other probes open in it. */
  private void checkSingleRun(String key, Probe probe, List<Probe> all, RateLimits rateLimits) {
    int sockets = probe.script().spec().sockets();
    int others =
        (int)
            all.stream()
                .filter(other -> !other.equals(probe))
                .mapToDouble(RateLimitsReader::connectsPerMinute)
                .sum();
    if (sockets > 1 && sockets + others > rateLimits.connects()) {
      mistakes.add(
          key,
          "one run opens %d sockets%s, but manners.connects allows %d in a minute; raise it"
              .formatted(
                  sockets,
                  others == 0 ? "" : " beside " + others + " of other journeys",
                  rateLimits.connects()));
    }
  }

  /** How many sockets a minute this probe opens on average. */
  private static double connectsPerMinute(Probe probe) {
    return probe
        .cadence()
        .period()
        .map(period ->
            (double) MINUTE.toNanos() / period.toNanos() * probe.script().spec().sockets())
        .orElse(0.0);
  }

  private void checkRanges(String key, RateLimitsProperties written) {
    atLeastOne(key + ".logins", written.logins());
    atLeastOne(key + ".connects", written.connects());
  }

  private void atLeastOne(String key, @Nullable Integer limit) {
    if (limit != null && limit < 1) {
      mistakes.unreadable(key, "must be at least 1, but is " + limit);
    }
  }

  private static int innermost(@Nullable Integer inner, @Nullable Integer outer, int otherwise) {
    return requireNonNullElse(inner, requireNonNullElse(outer, otherwise));
  }
}

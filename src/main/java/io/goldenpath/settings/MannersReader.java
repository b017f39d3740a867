package io.goldenpath.settings;

import static java.util.Objects.requireNonNullElse;

import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Probe;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lays a target's manners over those for all, and holds its plan against them. */
final class MannersReader {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
  private static final MannersProperties NONE = new MannersProperties(null, null);

  private final MannersProperties all;
  private final Mistakes mistakes;

  MannersReader(@Nullable MannersProperties all, Mistakes mistakes) {
    this.all = requireNonNullElse(all, NONE);
    this.mistakes = mistakes;
    check("goldenpath.manners", this.all);
  }

  Manners manners(String key, @Nullable MannersProperties written) {
    MannersProperties target = requireNonNullElse(written, NONE);
    check(key, target);
    return new Manners(
        innermost(target.logins(), all.logins(), Manners.DEFAULTS.logins()),
        innermost(target.connects(), all.connects(), Manners.DEFAULTS.connects()));
  }

  /** Whether the probes of one target, each on time, keep within what it bears. */
  void plan(String journeysKey, List<Probe> probes, Manners manners) {
    for (Probe probe : probes) {
      alone(journeysKey + "." + probe.journey().label(), probe, probes, manners);
    }
    double connects = probes.stream().mapToDouble(MannersReader::connects).sum();
    if (manners.connects() > 0 && connects > manners.connects()) {
      mistakes.add(
          probes.size() == 1
              ? journeysKey + "." + probes.getFirst().journey().label() + ".every"
              : journeysKey,
          "opens %s sockets a minute, but manners.connects allows %d; run less often or raise it"
              .formatted(new DecimalFormat("0.#", SYMBOLS).format(connects), manners.connects()));
    }
  }

  /** One run must fit into a minute beside what the other probes open in it. */
  private void alone(String key, Probe probe, List<Probe> all, Manners manners) {
    int sockets = probe.plan().exercise().sockets();
    int others =
        (int)
            all.stream()
                .filter(other -> !other.equals(probe))
                .mapToDouble(MannersReader::connects)
                .sum();
    if (sockets > 1 && sockets + others > manners.connects()) {
      mistakes.add(
          key,
          "one run opens %d sockets%s, but manners.connects allows %d in a minute; raise it"
              .formatted(
                  sockets,
                  others == 0 ? "" : " beside " + others + " of other journeys",
                  manners.connects()));
    }
  }

  /** How many sockets a minute this probe opens on average. */
  private static double connects(Probe probe) {
    return probe
        .cadence()
        .period()
        .map(period ->
            (double) MINUTE.toNanos() / period.toNanos() * probe.plan().exercise().sockets())
        .orElse(0.0);
  }

  private void check(String key, MannersProperties written) {
    atLeastOne(key + ".logins", written.logins());
    atLeastOne(key + ".connects", written.connects());
  }

  private void atLeastOne(String key, @Nullable Integer budget) {
    if (budget != null && budget < 1) {
      mistakes.unreadable(key, "must be at least 1, but is " + budget);
    }
  }

  private static int innermost(@Nullable Integer inner, @Nullable Integer outer, int otherwise) {
    return requireNonNullElse(inner, requireNonNullElse(outer, otherwise));
  }
}

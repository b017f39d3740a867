package io.goldenpath.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A platform that is good but for one thing, the target that describes it, and what is right.
 *
 * @param site Where it is.
 * @param behaviour What it does.
 * @param settings Keys beneath the target; {@code {port}} and {@code {proxy}} stand for ports.
 * @param runs How many runs one after the other, of which the last counts.
 */
record PlatformCase(
    String name,
    Site site,
    PlatformBehaviour behaviour,
    Map<String, String> settings,
    int runs,
    Expected expected) {

  /** Passes until it is said otherwise. */
  static PlatformCase of(String name) {
    return new PlatformCase(
        name, Site.PLAIN, PlatformBehaviour.GOOD, Map.of(), 1, Expected.passes());
  }

  PlatformCase named(String other) {
    return new PlatformCase(other, site, behaviour, settings, runs, expected);
  }

  PlatformCase at(Site other) {
    return new PlatformCase(name, other, behaviour, settings, runs, expected);
  }

  PlatformCase that(UnaryOperator<PlatformBehaviour> change) {
    return new PlatformCase(name, site, change.apply(behaviour), settings, runs, expected);
  }

  PlatformCase with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return new PlatformCase(name, site, behaviour, more, runs, expected);
  }

  PlatformCase runs(int number) {
    return new PlatformCase(name, site, behaviour, settings, number, expected);
  }

  PlatformCase expect(Expected right) {
    return new PlatformCase(name, site, behaviour, settings, runs, right);
  }

  @Override
  public String toString() {
    return name;
  }
}

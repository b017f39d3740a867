package io.goldenpath;

import io.goldenpath.journey.GoldenPath;
import io.goldenpath.journey.Road;
import io.goldenpath.journey.TokenPool;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.wire.Wire;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Makes the journey of each probe. Probes of one target share its users' tokens. */
final class Journeys {

  private final Wire wire;
  private final Road.Clocks clocks;
  private final Map<String, TokenPool> tokens = new HashMap<>();

  Journeys(Wire wire, InstantSource dates, Stopwatch stopwatch) {
    this.wire = wire;
    this.clocks = new Road.Clocks(dates, stopwatch, new SecureRandom());
  }

  Journey of(ProbeSetup setup) {
    TokenPool pool =
        tokens.computeIfAbsent(setup.probe().target().name(), _ -> new TokenPool(clocks.dates()));
    Road road = new Road(setup.probe(), setup.dialect(), setup.contract(), wire, pool, clocks);
    return switch (setup.probe().journey()) {
      case GOLDEN_PATH -> new GoldenPath(road);
    };
  }
}

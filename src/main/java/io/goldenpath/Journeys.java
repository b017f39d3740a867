package io.goldenpath;

import io.goldenpath.journey.GoldenPath;
import io.goldenpath.journey.Isolation;
import io.goldenpath.journey.Recovery;
import io.goldenpath.journey.Refusal;
import io.goldenpath.journey.Road;
import io.goldenpath.journey.TokenPool;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Target;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.wire.Wire;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the journey of each probe. Probes of one target share its users' tokens. */
final class Journeys {

  private final Wire wire;
  private final Road.Clocks clocks;
  private Map<ProbeSetup, Journey> journeys = Map.of();
  private Map<Target, TokenPool> tokens = Map.of();

  Journeys(Wire wire, InstantSource dates, Stopwatch stopwatch) {
    this.wire = wire;
    this.clocks = new Road.Clocks(dates, stopwatch, new SecureRandom());
  }

  /**
   * The journeys of these probes, and of no others. What has not changed goes on as it was; tokens
   * are forgotten with the users, the login or the socket that they were issued for.
   */
  synchronized List<Journey> all(List<ProbeSetup> setups) {
    Map<Target, TokenPool> pools = new HashMap<>();
    Map<ProbeSetup, Journey> all = new LinkedHashMap<>();
    for (ProbeSetup setup : setups) {
      Target target = setup.probe().target();
      TokenPool before = tokens.getOrDefault(target, new TokenPool(clocks.dates()));
      TokenPool pool = pools.computeIfAbsent(target, _ -> before);
      Journey known = journeys.get(setup);
      all.put(setup, known == null ? journey(setup, pool) : known);
    }
    tokens = pools;
    journeys = all;
    return List.copyOf(all.values());
  }

  /** The journey of this probe, and of no other. */
  Journey of(ProbeSetup setup) {
    return all(List.of(setup)).getFirst();
  }

  private Journey journey(ProbeSetup setup, TokenPool pool) {
    Exercise exercise = setup.probe().plan().exercise();
    Wire sockets = wire.forUsers(exercise.users());
    Road road = new Road(setup.probe(), setup.dialect(), setup.contract(), sockets, pool, clocks);
    return switch (exercise) {
      case Exercise.Alone _ -> new GoldenPath(road);
      case Exercise.Isolation isolation -> new Isolation(road, isolation);
      case Exercise.Recovery recovery -> new Recovery(road, recovery);
      case Exercise.Refusal refusal -> new Refusal(road, refusal);
    };
  }
}

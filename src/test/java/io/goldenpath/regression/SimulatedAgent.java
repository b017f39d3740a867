package io.goldenpath.regression;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** An agent whose times and answers scatter, and that can be changed. */
final class SimulatedAgent {

  private static final Map<String, Double> MILLIS =
      Map.of(
          "agent_started", 400.0,
          "agent_thinking", 300.0,
          "tool_executing", 900.0,
          "tool_completed", 1200.0,
          "agent_completed", 700.0);

  private static final List<String> PATH =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  final List<String> events = new ArrayList<>(PATH);
  final Map<String, Double> factors = new HashMap<>();

  /** An event and a pointer, one behind the other. */
  final Set<String> missingFields = new TreeSet<>();

  double answerLength;
  double pace = 1;

  private final Random random;
  private final double noise;
  private final Duration every;
  private Instant now = Instant.parse("2026-11-01T00:00:00Z");
  private int number;

  SimulatedAgent(long seed, double noise, Duration every) {
    this.random = new Random(seed);
    this.noise = noise;
    this.every = every;
    restore();
  }

  void restore() {
    events.clear();
    events.addAll(PATH);
    factors.clear();
    missingFields.clear();
    answerLength = 400;
  }

  /** Moves an event to this place, or adds it there. */
  void place(String event, int at) {
    events.remove(event);
    events.add(at, event);
  }

  Instant now() {
    return now;
  }

  RunProfile run() {
    now = now.plus(every);
    number++;
    Map<EventTransition, Double> millis = new HashMap<>();
    Map<String, Set<String>> fields = new HashMap<>();
    String from = "";
    double whole = 0;
    for (String event : events) {
      double took = scattered(MILLIS.getOrDefault(event, 200.0) * factor(event));
      millis.put(new EventTransition(from, event), took);
      fields.put(event, fields(event));
      whole += took;
      from = event;
    }
    millis.put(RunProfile.WHOLE_ANSWER, whole);
    RunShape shape = new RunShape(events, fields);
    return new RunProfile("run-" + number, now, shape, millis, (int) scattered(answerLength));
  }

  private double factor(String event) {
    return factors.getOrDefault(event, 1.0) * pace;
  }

  private Set<String> fields(String event) {
    Set<String> all = new TreeSet<>(Set.of("/type", "/payload", "/payload/text"));
    all.removeIf(pointer -> missingFields.contains(event + pointer));
    return all;
  }

  private double scattered(double mean) {
    return Math.max(1, mean * (1 + noise * random.nextGaussian()));
  }
}

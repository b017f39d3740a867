package io.goldenpath.dialect;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.Question;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.time.TimeLimits;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.probe.ToolUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a run's judging takes, from the welcome to the findings, with the bundled contract. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JudgingBenchmark {

  private static final String HEAD =
      "\"run_id\":\"run_1\",\"agent_name\":\"supervisor\",\"timestamp\":\"2025-09-10T12:00:00Z\"";
  private static final long GAP = Duration.ofNanos(400_000).toNanos();

  private final RunExpectations runExpectations =
      new RunExpectations(
          Contract.DEFAULT,
          TimeLimits.DEFAULTS,
          new UserScript(
              "{nonce}",
              ToolUse.REQUIRED,
              Duration.ZERO,
              Duration.ofMillis(500),
              new JourneySpec.GoldenPath()),
          new Question("Repeat QWERTZUIOP: what is 123 + 456?", "QWERTZUIOP", 579),
          new RunExpectations.Identity(1, "user-1", Set.of()));
  private final DecodedFrame welcome =
      AgentEventsFrames.decode("{\"type\":\"connection_established\",\"user_id\":\"user-1\"}");

  /** Events of a run, two of them for its only tool. */
  @Param({"7", "1000", "10000"})
  public int events;

  private List<String> frames = List.of();
  private List<DecodedFrame> run = List.of();

  /** Reads the frames once, so that reading is not measured with the judging. */
  @Setup
  public void read() {
    frames = new ArrayList<>();
    frames.add(frame("agent_started", "\"status\":\"started\""));
    for (int i = 0; i < events - 4; i++) {
      frames.add(frame("agent_thinking", "\"reasoning\":\"thought " + i + "\""));
    }
    frames.add(frame("tool_executing", "\"tool_name\":\"calculator\""));
    frames.add(frame("tool_completed", "\"tool_name\":\"calculator\",\"result\":{\"sum\":579}"));
    frames.add(frame("agent_completed", "\"result\":\"QWERTZUIOP: it is 579\""));
    run = frames.stream().map(AgentEventsFrames::decode).toList();
  }

  /** From the welcome to the findings. */
  @Benchmark
  public List<Finding> judge() {
    UserJudgement judgement = new UserJudgement(runExpectations, 0);
    judgement.connected(0);
    judgement.frame(welcome, 1, 1);
    judgement.sent(2);
    long now = 0;
    int number = 1;
    for (DecodedFrame decodedFrame : run) {
      now += GAP + (number % 7) * 1000L;
      judgement.frame(decodedFrame, ++number, now);
    }
    judgement.elapsed(judgement.deadline().nanos());
    if (!judgement.over() || !judgement.findings().isEmpty()) {
      throw new IllegalStateException("this run is good: " + judgement.findings());
    }
    return judgement.findings();
  }

  /** From the frames' texts to what they say. */
  @Benchmark
  public List<DecodedFrame> readFrames() {
    return frames.stream().map(AgentEventsFrames::decode).toList();
  }

  private static String frame(String type, String body) {
    return "{\"type\":\"%s\",%s,\"payload\":{%s}}".formatted(type, HEAD, body);
  }
}

package io.goldenpath.dialect;

import io.goldenpath.contract.isolation.JointJudgement;
import io.goldenpath.contract.isolation.Participant;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.model.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
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

/**
 * How long it takes to hold what each of many users heard against what is the others': thirty
 * events of some 400 bytes each, every one with the user's own id and the run's.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JointJudgementBenchmark {

  private static final int THOUGHTS = 26;
  private static final long GAP = Duration.ofMillis(20).toNanos();

  private final Random random = new Random(20261125);

  /** Users who walk at once. */
  @Param({"250", "500", "1000", "2000"})
  public int users;

  private List<UserFrameLog> company = List.of();

  /** Reads the frames once, as each user's own thread does in a run. */
  @Setup
  public void listen() {
    company = new ArrayList<>();
    for (int slot = 1; slot <= users; slot++) {
      company.add(testimony(slot));
    }
  }

  /** From all that was heard to the findings. */
  @Benchmark
  public List<Finding> judge() {
    List<Finding> findings = JointJudgement.judge(company, 0);
    if (!findings.isEmpty()) {
      throw new IllegalStateException("this run is good: " + findings);
    }
    return findings;
  }

  private UserFrameLog testimony(int slot) {
    String subject = "probe-user-%04d-%08x".formatted(slot, random.nextInt());
    String email = "golden-path-probe-%04d@example.com".formatted(slot);
    String nonce =
        random
            .ints(10, 'A', 'Z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    UserFrameLog log =
        new UserFrameLog(new Participant(slot, slot, subject, email, nonce, false), users);
    List<String> frames = frames(slot, subject, nonce);
    long now = 1;
    hear(log, frames.getFirst(), 1, now);
    log.questionSent(2, 2);
    for (int i = 1; i < frames.size(); i++) {
      now += GAP + (i % 7) * 1000L;
      hear(log, frames.get(i), i + 2, now);
    }
    log.ownRun("run_" + slot);
    log.answered(OptionalLong.of(now));
    return log;
  }

  private void hear(UserFrameLog log, String frame, int number, long nanos) {
    log.received(AgentEventsFrames.decode(frame), frame, number, nanos);
  }

  private static List<String> frames(int slot, String subject, String nonce) {
    List<String> frames = new ArrayList<>();
    frames.add(
        "{\"type\":\"connection_established\",\"user_id\":\"%s\",\"connection_id\":\"ws_%s_1\"}"
            .formatted(subject, subject));
    frames.add(frame(slot, subject, 0, "agent_started", "\"status\":\"started\""));
    for (int i = 1; i <= THOUGHTS; i++) {
      String thought =
          ("\"reasoning\":\"I look at the question and think about which of the tools would be of use"
                  + " for it, and in which order they are to be called; this is thought %d of %d\"")
              .formatted(i, THOUGHTS);
      frames.add(frame(slot, subject, i, "agent_thinking", thought));
    }
    String tool = "\"tool_name\":\"calculator\",\"status\":\"%s\",\"result\":{\"sum\":579}";
    frames.add(frame(slot, subject, 27, "tool_executing", tool.formatted("executing")));
    frames.add(frame(slot, subject, 28, "tool_completed", tool.formatted("completed")));
    String answer = "\"result\":\"The code is " + nonce + ", and the sum is 579.\"";
    frames.add(frame(slot, subject, 29, "agent_completed", answer));
    return frames;
  }

  private static String frame(int slot, String subject, int number, String type, String body) {
    return ("{\"type\":\"%s\",\"run_id\":\"run_%d\",\"thread_id\":\"thread_%d\",\"user_id\":\"%s\","
            + "\"agent_name\":\"supervisor\",\"timestamp\":\"2025-09-10T12:00:%02d.%06d+00:00\","
            + "\"payload\":{%s,\"step_number\":%d,\"progress_percentage\":25.0}}")
        .formatted(type, slot, slot, subject, number, (slot * 37) % 1_000_000, body, number);
  }
}

package io.goldenpath.platforms;

import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.BundledDialects;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.framing.FramingConnection;
import io.goldenpath.framing.Incoming;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.JsonNode;

/**
 * How long a frame of an answer takes to be read, by a bundled dialect that is described, and by
 * agent-events where the same message is the payload of an event.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingBenchmark {

  private static final int FRAMES = 10;
  private static final int REPEATED = 100;
  private static final Question QUESTION =
      new Question("QWERTZUIOP: what is 17 + 25 ?", "QWERTZUIOP", 42);

  @Param public RecordedPlatform platform;

  private final MapValues values = new MapValues();
  private Dialect dialect;
  private Transcript transcript;
  private RecordedIds ids;
  private FramingConnection framing;
  private Conversation conversation;
  private List<String> frames;
  private FramingConnection plainFraming;
  private Conversation plainConversation;
  private List<String> enveloped;
  private int repeated;

  /** A connection on which a question was asked, and frames of its answer that may come again. */
  @Setup
  public void ask() throws Exception {
    dialect = platform.setup(1).dialect();
    transcript = Transcript.golden(platform.transcript());
    ids = new RecordedIds(transcript, platform.correlations());
    framing = dialect.framing().connection(values);
    conversation = dialect.conversation(values, false);
    plainFraming = BundledDialects.AGENT_EVENTS.framing().connection(values);
    plainConversation = BundledDialects.AGENT_EVENTS.conversation(values, false);
    List<String> answer = answer().subList(0, FRAMES + 1);
    answer.forEach(frame -> read(framing, conversation, frame));
    frames = answer.stream().filter(frame -> !messages(frame).isEmpty()).limit(FRAMES).toList();
    enveloped =
        frames.stream().flatMap(frame -> messages(frame).stream()).map(this::enveloped).toList();
    if (enveloped.size() != FRAMES) {
      throw new IllegalStateException("only " + enveloped.size() + " messages");
    }
  }

  private List<Incoming.Message> messages(String frame) {
    return framing.unwrap(frame, 0).stream()
        .filter(Incoming.Message.class::isInstance)
        .map(Incoming.Message.class::cast)
        .toList();
  }

  private String enveloped(Incoming.Message message) {
    List<JsonNode> args = message.envelope().args();
    return ("{\"type\":\"agent_thinking\",\"run_id\":\"run_1\",\"agent_name\":\"supervisor\","
            + "\"timestamp\":\"2025-09-10T12:00:00Z\",\"payload\":{\"reasoning\":%s}}")
        .formatted(args.isEmpty() ? message.body() : args);
  }

  /** Plays the transcript up to the question. */
  private List<String> answer() {
    Queue<SendStep> steps = new ArrayDeque<>();
    List<String> received = played(0);
    int last = transcript.groups().size() - 1;
    for (int group = 0; group < last; ) {
      received.forEach(frame -> read(framing, conversation, frame));
      received = new ArrayList<>();
      for (String sent : sent(steps)) {
        ids.sent(sent, group);
        group++;
        received.addAll(played(group));
      }
    }
    return received;
  }

  private List<String> played(int group) {
    return transcript.groups().get(group).stream()
        .filter(frame -> !frame.binary())
        .map(frame -> ids.ours(frame.text()))
        .toList();
  }

  private List<String> sent(Queue<SendStep> steps) {
    List<String> due = framing.due(0);
    if (!due.isEmpty()) {
      return due;
    }
    if (steps.isEmpty()) {
      steps.addAll(conversation.opening());
      steps.addAll(conversation.submit(QUESTION));
      conversation.opened(0);
    }
    return steps.remove().make() instanceof Sending.Socket(var message)
        ? List.of(framing.wrap(message, 0))
        : List.of();
  }

  private static List<Reading> read(
      FramingConnection framing, Conversation conversation, String frame) {
    List<Reading> all = new ArrayList<>();
    for (Incoming incoming : framing.unwrap(frame, 0)) {
      if (incoming instanceof Incoming.Message message) {
        all.add(conversation.received(message, 1, 0));
      }
    }
    return all;
  }

  /** Asks anew now and then: an answer that never ends would grow to megabytes. */
  private void askAgain() {
    if (++repeated % REPEATED == 0) {
      conversation.submit(QUESTION).forEach(SendStep::make);
    }
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void described(Blackhole blackhole) {
    askAgain();
    frames.forEach(frame -> blackhole.consume(read(framing, conversation, frame)));
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public void agentEvents(Blackhole blackhole) {
    enveloped.forEach(frame -> blackhole.consume(read(plainFraming, plainConversation, frame)));
  }
}

package io.goldenpath.dialect;

import io.goldenpath.dialect.FrameReplay.TimedFrame;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary good runs, and what may happen around them. */
final class GoodRunArbitraries {

  private static final List<List<String>> ENVELOPES = List.copyOf(SampleEnvelopes.all().values());
  private static final List<String> HARMLESS =
      List.of(
          "{\"type\":\"ping\",\"data\":{\"timestamp\":1.5}}",
          "{\"type\":\"pong\",\"data\":{\"user_id\":\"user-1\"}}",
          "{\"type\":\"heartbeat\"}",
          "{\"type\":\"heartbeat_ack\",\"data\":{\"status\":\"healthy\"}}",
          "{\"type\":\"hologram\",\"data\":{\"x\":1}}",
          "{}",
          "{\"type\":\"thread_created\",\"thread_id\":\"t9\"}",
          "{\"type\":\"ack\",\"received_type\":\"pong\"}",
          "{\"type\":\"connection_established\"}",
          "{\"type\":\"agent_started\",\"run_id\":\"run_earlier\",\"agent_name\":\"sup\"}",
          "{\"type\":\"agent_thinking\",\"run_id\":\"run_earlier\",\"thread_id\":\"t8\"}",
          "{\"type\":\"tool_completed\",\"payload\":{\"run_id\":\"run_earlier\",\"tool_name\":\"x\"}}",
          "{\"type\":\"agent_completed\",\"run_id\":\"run_earlier\",\"payload\":{\"result\":\"old\"}}",
          "{\"type\":\"agent_error\",\"run_id\":\"run_earlier\",\"payload\":{\"error_message\":\"old\"}}");

  /** Gaps as equal as these look made up. */
  private static final int EVEN = 20;

  private GoodRunArbitraries() {}

  /** One envelope, in gaps that no machine would make. */
  static Arbitrary<List<TimedFrame>> runs() {
    return Combinators.combine(
            Arbitraries.integers().between(0, ENVELOPES.size() - 1),
            Arbitraries.integers().between(30, 400).list().ofSize(5))
        .as((envelope, gaps) -> run(ENVELOPES.get(envelope), gaps))
        .filter(run -> spread(run) > EVEN);
  }

  /** Frames that take nothing away from a run, wherever they come. */
  static Arbitrary<List<TimedFrame>> noise() {
    return Combinators.combine(Arbitraries.integers().between(1, 3000), Arbitraries.of(HARMLESS))
        .as(TimedFrame::new)
        .list()
        .ofMaxSize(40);
  }

  static List<TimedFrame> with(List<TimedFrame> run, List<TimedFrame> more) {
    List<TimedFrame> all = new ArrayList<>(run);
    for (TimedFrame timedFrame : more) {
      int position = 0;
      while (position < all.size() && all.get(position).at() <= timedFrame.at()) {
        position++;
      }
      all.add(position, timedFrame);
    }
    return all;
  }

  /** Milliseconds between the longest gap and the shortest. */
  private static int spread(List<TimedFrame> run) {
    IntSummaryStatistics gaps =
        IntStream.range(1, run.size())
            .map(i -> run.get(i).at() - run.get(i - 1).at())
            .summaryStatistics();
    return gaps.getMax() - gaps.getMin();
  }

  private static List<TimedFrame> run(List<String> frames, List<Integer> gaps) {
    List<TimedFrame> lines = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < frames.size(); i++) {
      at += gaps.get(i) + 41 * (i % 2);
      lines.add(new TimedFrame(at, frames.get(i)));
    }
    return lines;
  }
}

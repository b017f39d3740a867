package io.goldenpath.journey.recovery;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Waits until each question of a burst is answered, or refused by an error frame. */
final class BurstListener extends WaitingListener {

  private final Terminal terminal;
  private final TimeLimits limits;
  private final Stalls stalls;
  private final List<Question> open;
  private final Set<String> runs = new HashSet<>();
  private int refused;
  private long lastSign;

  /** Removes answered questions from {@code open}. */
  BurstListener(
      Contract contract, TimeLimits limits, Stalls stalls, List<Question> open, long sent) {
    super(Deadline.after(sent, limits.answer().failed(), stalls));
    this.stalls = stalls;
    this.terminal = contract.flow().terminal();
    this.limits = limits;
    this.open = open;
    this.lastSign = sent;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    switch (decoded.content()) {
      case FrameContent.Event(AgentEvent event) -> {
        lastSign = nanos;
        event(event);
      }
      case FrameContent.Failure failure when failure.source().tool() == null -> {
        lastSign = nanos;
        refused++;
      }
      case FrameContent.End end -> {
        lastSign = nanos;
        refused += end.failure() == null ? 0 : 1;
        answered(end.answer());
      }
      default -> {}
    }
    if (unanswered() == 0) {
      stop();
    }
  }

  /** The earlier of the longest silence that is allowed and the limit of an answer. */
  @Override
  public Deadline deadline() {
    Duration silence =
        Stream.of(limits.firstEvent(), limits.gap(), limits.tool())
            .map(TimeLimit::failed)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Deadline.after(lastSign, silence, stalls).earlier(super.deadline());
  }

  int unanswered() {
    return Math.max(0, open.size() - refused);
  }

  Set<String> runs() {
    return runs;
  }

  private void event(AgentEvent event) {
    if (event.ids().run() != null) {
      runs.add(event.ids().run());
    }
    if (terminal.has(event.name())) {
      answered(event.body().text());
    }
  }

  private void answered(String text) {
    open.stream()
        .filter(question -> question.isAnsweredBy(text))
        .findFirst()
        .ifPresent(open::remove);
  }

  /** The call that asks a question was answered with an error. */
  void refused() {
    refused++;
  }
}

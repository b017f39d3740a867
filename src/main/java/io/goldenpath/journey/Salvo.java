package io.goldenpath.journey;

import io.goldenpath.contract.AgentEvent;
import io.goldenpath.contract.Contract;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several questions asked in one go: each is answered, or refused by an error frame. */
final class Salvo implements Hearer {

  private final String terminal;
  private final Limits limits;
  private final long sent;
  private final List<Question> open;
  private final Set<String> runs = new HashSet<>();
  private int refused;
  private long alive;
  private @Nullable Ending ending;
  private boolean over;

  /**
   * @param open questions that wait for an answer, each of which is taken out when it has one
   */
  Salvo(Contract contract, Limits limits, List<Question> open, long sent) {
    this.terminal = contract.flow().terminal();
    this.limits = limits;
    this.open = open;
    this.sent = sent;
    this.alive = sent;
  }

  @Override
  public void frame(Heard heard, int number, long nanos) {
    switch (heard.reading()) {
      case Reading.Event(AgentEvent event) -> {
        alive = nanos;
        event(event);
      }
      case Reading.Failure failure when failure.actor().tool() == null -> {
        alive = nanos;
        refused++;
      }
      default -> {}
    }
    over = unanswered() == 0;
  }

  @Override
  public void closed(Ending how, long nanos) {
    ending = how;
    over = true;
  }

  @Override
  public void elapsed(long nanos) {
    over |= deadline().reached(nanos);
  }

  /** Nothing for as long as an event may take, or no answer for as long as that may. */
  @Override
  public Deadline deadline() {
    Duration silence =
        Stream.of(limits.firstEvent(), limits.gap(), limits.tool())
            .map(Limit::failed)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return Deadline.after(alive, silence).earlier(Deadline.after(sent, limits.answer().failed()));
  }

  @Override
  public boolean over() {
    return over;
  }

  /** How many questions were neither answered nor refused. */
  int unanswered() {
    return Math.max(0, open.size() - refused);
  }

  /** Ids of the runs that were seen. */
  Set<String> runs() {
    return runs;
  }

  /** How the connection ended; empty when it lives. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  private void event(AgentEvent event) {
    if (event.ids().run() != null) {
      runs.add(event.ids().run());
    }
    if (event.name().equals(terminal)) {
      String text = event.body().text();
      open.stream()
          .filter(question -> text.contains(question.nonce()))
          .findFirst()
          .ifPresent(open::remove);
    }
  }
}

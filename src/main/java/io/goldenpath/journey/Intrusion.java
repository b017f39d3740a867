package io.goldenpath.journey;

import io.goldenpath.contract.Contract;
import io.goldenpath.contract.EndingWords;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of somebody on an open socket who must not be let in. */
final class Intrusion implements Hearer {

  private final Contract contract;
  private final Deadline end;
  private @Nullable Sign sign;
  private boolean refused;
  private boolean over;

  /**
   * Something that decides.
   *
   * @param kind what it is called
   * @param step where it was seen
   * @param what what it was, after "it was"
   * @param frame number of the frame; null where there is none
   */
  record Sign(FindingKind kind, Step step, String what, @Nullable Integer frame) {}

  /**
   * @param end by when the refusal is due
   */
  Intrusion(Contract contract, Deadline end) {
    this.contract = contract;
    this.end = end;
  }

  @Override
  public void frame(Heard heard, int number, long nanos) {
    switch (heard.reading()) {
      case Reading.Ready _ -> admitted(Step.WELCOME, "welcomed", number);
      case Reading.Event(var event) ->
          admitted(
              event.name().equals(contract.flow().terminal()) ? Step.ANSWER : Step.EVENTS,
              "served with " + event.name(),
              number);
      case Reading.Response _ -> admitted(Step.ANSWER, "answered", number);
      case Reading.Failure(String text, Reading.Blame blame, _, _)
          when blame == Reading.Blame.OVERLOAD ->
          decided(new Sign(FindingKind.SHED, Step.WELCOME, Excerpt.of(text), number));
      case Reading.Failure failure -> refused |= failure.blame() == Reading.Blame.AUTH;
      case Reading.Heartbeat _,
          Reading.Degraded _,
          Reading.Ack _,
          Reading.Notice _,
          Reading.Unknown _,
          Reading.Unreadable _ -> {}
    }
  }

  /** However a server ends the connection of somebody whom it does not know, it refuses them. */
  @Override
  public void closed(Ending ending, long nanos) {
    over = true;
    FindingKind kind = EndingWords.kind(ending);
    if (kind == FindingKind.SHED || kind == FindingKind.PROTOCOL_ERROR) {
      decided(new Sign(kind, Step.WELCOME, EndingWords.describe(ending), null));
    }
  }

  @Override
  public void elapsed(long nanos) {
    over |= end.reached(nanos);
    if (over && !refused) {
      String what = "neither refused nor welcomed";
      decided(new Sign(FindingKind.TIMED_OUT, Step.WELCOME, what, null));
    }
  }

  @Override
  public Deadline deadline() {
    return end;
  }

  @Override
  public boolean over() {
    return over;
  }

  /** What is to be said of it; empty when the intruder was refused. */
  Optional<Sign> sign() {
    return Optional.ofNullable(sign);
  }

  private void admitted(Step step, String what, int number) {
    decided(new Sign(FindingKind.UNAUTHORISED_ACCEPTED, step, what, number));
  }

  private void decided(Sign first) {
    sign = sign == null ? first : sign;
    over = true;
  }
}

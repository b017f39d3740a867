package io.goldenpath.journey;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;

/**
 * Keeps from a hearer the late answers to malformed messages.
 *
 * @param hearer Who hears the rest.
 * @param pardons How many are still open.
 */
record Lenient(Hearer hearer, Pardons pardons) implements Hearer {

  @Override
  public void frame(Heard heard, int number, long nanos) {
    boolean answer =
        heard.reading() instanceof Reading.Failure failure
            && failure.blame() == Reading.Blame.MESSAGE
            && !pardons.none();
    if (answer) {
      pardons.take();
    } else {
      hearer.frame(heard, number, nanos);
    }
  }

  @Override
  public void closed(Ending ending, long nanos) {
    hearer.closed(ending, nanos);
  }

  @Override
  public void elapsed(long nanos) {
    hearer.elapsed(nanos);
  }

  @Override
  public Deadline deadline() {
    return hearer.deadline();
  }

  @Override
  public boolean over() {
    return hearer.over();
  }
}

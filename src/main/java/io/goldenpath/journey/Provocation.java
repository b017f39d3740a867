package io.goldenpath.journey;

import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Hearer;
import io.goldenpath.contract.Reading;
import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits a little for what a malformed message brings. The error frame that answers it is no news;
 * all else is for the judgement.
 */
final class Provocation implements Hearer {

  private final Hearer judgement;
  private final Pardons pardons;
  private final Deadline patience;
  private @Nullable Ending ending;
  private boolean over;

  Provocation(Hearer judgement, Pardons pardons, Deadline patience) {
    this.judgement = judgement;
    this.pardons = pardons;
    this.patience = patience;
    pardons.expect();
  }

  @Override
  public void frame(Heard heard, int number, long nanos) {
    if (heard.reading() instanceof Reading.Failure) {
      pardons.take();
      over = true;
    } else {
      judgement.frame(heard, number, nanos);
    }
  }

  @Override
  public void closed(Ending how, long nanos) {
    ending = how;
    over = true;
  }

  @Override
  public void elapsed(long nanos) {
    over |= patience.reached(nanos);
  }

  @Override
  public Deadline deadline() {
    return patience;
  }

  @Override
  public boolean over() {
    return over;
  }

  /** How the connection ended; empty when it lives. */
  Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }
}

package io.goldenpath.cli.check;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.time.DurationText;

/** A run must not begin for longer than a command waits. */
public final class RunRefusedException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  RunRefusedException(Probe probe, Postponement postponement) {
    super(
        "%s must not run for another %s: %s"
            .formatted(
                probe.id(), DurationText.rounded(postponement.retryAfter()), postponement.why()));
  }
}

package io.goldenpath.verdict;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs one line for each change of a verdict, or of its cause while it is down, and when runs begin
 * or cease to be skipped or to flap.
 */
public final class VerdictLog implements VerdictListener {

  private static final Logger logger = LoggerFactory.getLogger(VerdictLog.class);

  @Override
  public void changed(VerdictChange change) {
    logger
        .atLevel(change.after() == Verdict.UP ? Level.INFO : Level.WARN)
        .log(
            "{} is {} (was {}) since {}: {} ({})",
            change.probe(),
            change.after().label(),
            change.before().label(),
            change.since().truncatedTo(ChronoUnit.MILLIS),
            change.reason(),
            change.evidence());
  }

  @Override
  public void restored(VerdictChange change) {
    logger.info(
        "{} is {} since {}, as it was before: {}",
        change.probe(),
        change.after().label(),
        change.since().truncatedTo(ChronoUnit.MILLIS),
        change.reason());
  }

  @Override
  public void causeChanged(VerdictChange change) {
    logger.warn(
        "{} is still {} since {}, now for another cause: {} ({})",
        change.probe(),
        change.after().label(),
        change.since().truncatedTo(ChronoUnit.MILLIS),
        change.reason(),
        change.evidence());
  }

  @Override
  public void runsSkipped(ProbeId probe, String how) {
    logger.warn("{} is not watched as it should be: {}", probe, how);
  }

  @Override
  public void runsTakePlace(ProbeId probe) {
    logger.info("{}: due runs take place again", probe);
  }

  @Override
  public void flapping(ProbeId probe, String how) {
    logger.warn("{} is {}", probe, how);
  }

  @Override
  public void settled(ProbeId probe) {
    logger.info("{} is no longer flapping", probe);
  }
}

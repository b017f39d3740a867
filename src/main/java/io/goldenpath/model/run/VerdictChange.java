package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a probe's verdict.
 *
 * @param lastRun Id of the run that it rests on; null before the first.
 * @param trace Trace of that run; null where none is kept.
 */
public record VerdictChange(
    ProbeId probe,
    Verdict before,
    Verdict after,
    Instant since,
    String reason,
    @Nullable String lastRun,
    @Nullable String trace) {

  /** Of a run that is not traced. */
  public VerdictChange(
      ProbeId probe,
      Verdict before,
      Verdict after,
      Instant since,
      String reason,
      @Nullable String lastRun) {
    this(probe, before, after, since, reason, lastRun, null);
  }

  /** The run that it rests on, with its trace where there is one, in words. */
  public String evidence() {
    String run = "run " + (lastRun == null ? "none" : lastRun);
    return trace == null ? run : run + ", trace " + trace;
  }
}

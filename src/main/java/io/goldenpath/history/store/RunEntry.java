package io.goldenpath.history.store;

import io.goldenpath.model.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished run on its way into the database.
 *
 * @param run Without its frames.
 * @param frames Its frames, compressed; null where none are kept.
 * @param verdicts What the verdict on its probe was since the run before.
 */
public record RunEntry(
    Run run, CompressedJson details, @Nullable CompressedJson frames, List<VerdictSpan> verdicts) {

  public RunEntry {
    verdicts = List.copyOf(verdicts);
  }

  public static RunEntry withFrames(Run run, List<VerdictSpan> verdicts) {
    return new RunEntry(
        RunEncoding.withoutFrames(run),
        RunEncoding.details(run),
        RunEncoding.frames(run),
        verdicts);
  }

  public static RunEntry withoutFrames(Run run, List<VerdictSpan> verdicts) {
    return new RunEntry(RunEncoding.withoutFrames(run), RunEncoding.details(run), null, verdicts);
  }

  public RunEntry dropFrames() {
    return new RunEntry(run, details, null, verdicts);
  }

  /** Bytes that it takes, about. */
  public int size() {
    return details.size() + (frames == null ? 0 : frames.size());
  }
}

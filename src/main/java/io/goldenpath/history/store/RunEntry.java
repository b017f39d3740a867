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
 * @param others What becomes of the frames of earlier runs.
 * @param verdict What is believed of the probe after it; null where nobody says it.
 */
public record RunEntry(
    Run run,
    CompressedJson details,
    @Nullable CompressedJson frames,
    List<VerdictSpan> verdicts,
    OtherFrames others,
    @Nullable String verdict) {

  public RunEntry {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * Frames of earlier runs.
   *
   * @param unwanted Id of a stored run whose frames are kept no longer; null where there is none.
   * @param wanted A stored run whose frames are kept after all; null where there is none.
   */
  public record OtherFrames(@Nullable String unwanted, @Nullable RunFrames wanted) {

    public static final OtherFrames NONE = new OtherFrames(null, null);
  }

  /** The frames of one run. */
  public record RunFrames(String run, CompressedJson frames) {

    public static RunFrames of(Run run) {
      return new RunFrames(run.id(), RunEncoding.frames(run));
    }

    /** The run with these frames. */
    public Run in(Run bare) {
      return RunEncoding.withFrames(bare, frames);
    }
  }

  public static RunEntry withFrames(Run run) {
    return of(run.withoutFrames(), RunEncoding.frames(run));
  }

  public static RunEntry withoutFrames(Run run) {
    return of(run.withoutFrames(), null);
  }

  private static RunEntry of(Run bare, @Nullable CompressedJson frames) {
    return new RunEntry(bare, RunEncoding.details(bare), frames, List.of(), OtherFrames.NONE, null);
  }

  public RunEntry with(List<VerdictSpan> spans) {
    return new RunEntry(run, details, frames, spans, others, verdict);
  }

  public RunEntry with(OtherFrames changes) {
    return new RunEntry(run, details, frames, verdicts, changes, verdict);
  }

  public RunEntry withVerdict(String state) {
    return new RunEntry(run, details, frames, verdicts, others, state);
  }

  public RunEntry dropFrames() {
    return new RunEntry(
        run, details, null, verdicts, new OtherFrames(others.unwanted(), null), verdict);
  }

  public boolean hasFrames() {
    return frames != null || others.wanted() != null;
  }

  /** Bytes that it takes, about. */
  public int size() {
    RunFrames wanted = others.wanted();
    return details.size()
        + (frames == null ? 0 : frames.size())
        + (verdict == null ? 0 : verdict.length())
        + (wanted == null ? 0 : wanted.frames().size());
  }
}

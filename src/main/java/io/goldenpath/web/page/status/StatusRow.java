package io.goldenpath.web.page.status;

import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.web.page.PageFormat;
import io.goldenpath.web.page.ProbeCardView;
import org.jspecify.annotations.Nullable;

/**
 * One probe on the status page.
 *
 * @param mute Null where it is not in maintenance.
 * @param card What is drawn where it is unfolded; null where it is not.
 */
record StatusRow(
    ProbeState state,
    String sentence,
    DayBlocks day,
    RowFigures figures,
    @Nullable RowMute mute,
    NextRun next,
    @Nullable ProbeCardView card) {

  /**
   * Maintenance that it is in.
   *
   * @param ids Of what a click ends, with spaces between; empty where the settings plan it.
   */
  record RowMute(String ids, PageFormat.TimeView until, String why) {}

  /**
   * When it runs next.
   *
   * @param text In place of a time of day; empty where there is one.
   */
  record NextRun(PageFormat.@Nullable TimeView at, String text) {}

  public String verdict() {
    return state.verdict().label();
  }

  /** Whether there is more to see than the row. */
  public boolean unfolds() {
    return state.verdict() != Verdict.UP;
  }

  StatusRow unfold(ProbeCardView drawn) {
    return new StatusRow(state, sentence, day, figures, mute, next, drawn);
  }
}

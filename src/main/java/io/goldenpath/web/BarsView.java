package io.goldenpath.web;

import io.goldenpath.history.RunMemory;
import io.goldenpath.probe.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The last runs as bars, oldest first. Runs that did not pass are kept longer than others; where
 * such older ones lead the row, a wider space tells that runs between them are gone.
 *
 * @param width Width of the drawing.
 * @param bars A bar for each run.
 * @param caption What the bars show.
 */
record BarsView(int width, List<BarView> bars, String caption) {

  static final int HEIGHT = 40;

  private static final int SHOWN = 30;
  private static final int STRIDE = 13;
  private static final int SPACE = 14;

  /** The bars of these runs, which are given newest first. */
  static BarsView of(List<Run> kept) {
    List<Run> newest = kept.stream().limit(SHOWN).toList();
    int older = Math.max(0, newest.size() - RunMemory.CAPACITY);
    List<Run> shown = newest.reversed();
    Duration longest =
        shown.stream().map(Run::duration).max(Duration::compareTo).orElse(Duration.ZERO);
    List<BarView> bars = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      bars.add(bar(shown.get(i), longest, i * STRIDE + (i < older || older == 0 ? 0 : SPACE)));
    }
    return new BarsView(
        shown.size() * STRIDE + (older == 0 ? 0 : SPACE), bars, caption(shown, older, longest));
  }

  private static BarView bar(Run run, Duration longest, int x) {
    double share = run.duration().toNanos() / (double) Math.max(1, longest.toNanos());
    int height = (int) Math.max(4, Math.round(share * HEIGHT));
    return new BarView(
        "/runs/" + run.id(), title(run), run.outcome().label(), x, HEIGHT - height, height);
  }

  private static String title(Run run) {
    return run.ticket().startedAt()
        + " "
        + run.outcome().label()
        + ", "
        + Words.of(run.duration())
        + run.worst().map(finding -> ": " + finding.message()).orElse("");
  }

  private static String caption(List<Run> shown, int older, Duration longest) {
    if (shown.isEmpty()) {
      return "";
    }
    int recent = shown.size() - older;
    String last = recent == 1 ? "the only run" : "last " + recent + " runs";
    String before = older == 0 ? "" : older + " earlier that did not pass, ";
    return before + last + ", longest " + Words.of(longest);
  }
}

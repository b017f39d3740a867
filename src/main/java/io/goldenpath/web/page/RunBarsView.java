package io.goldenpath.web.page;

import io.goldenpath.history.RunHistory;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Last runs as bars, oldest first. Runs that did not pass are kept longer than others; a wider
 * space after such older ones shows that runs between are gone.
 */
public record RunBarsView(int width, List<Bar> bars, String caption) {

  static final int HEIGHT = 40;

  private static final int MAX_BARS = 30;
  private static final int BAR_STRIDE = 13;
  private static final int GAP_BEFORE_RECENT = 14;

  /**
   * One run; its outcome chooses colour and pattern, its height is relative to the longest run.
   *
   * @param released Whether it saw another release than the run before it that saw one.
   */
  record Bar(Run run, int x, int height, boolean released) {

    public String title() {
      String found = run.worstFinding().map(finding -> ": " + finding.message()).orElse("");
      String took = DurationText.of(run.duration());
      String maintained = run.maintenance() == null ? "" : " in maintenance";
      String release = run.releaseName().map(name -> ", release " + name).orElse("");
      String mark = run.loginMark().map(text -> "; " + text).orElse("");
      return "%s %s%s, %s%s%s%s"
          .formatted(
              run.info().startedAt(),
              run.outcome().label(),
              maintained,
              took,
              release,
              found,
              mark);
    }
  }

  /** Takes the newest run first. */
  static RunBarsView of(List<Run> kept) {
    List<Run> newest = kept.stream().limit(MAX_BARS).toList();
    int older = Math.max(0, newest.size() - RunHistory.CAPACITY);
    int space = older == 0 ? 0 : GAP_BEFORE_RECENT;
    List<Run> shown = newest.reversed();
    Duration longest =
        shown.stream().map(Run::duration).max(Duration::compareTo).orElse(Duration.ZERO);
    List<Bar> bars = new ArrayList<>();
    String release = null;
    for (int i = 0; i < shown.size(); i++) {
      String seen = shown.get(i).releaseName().orElse(release);
      boolean released = release != null && !release.equals(seen);
      bars.add(bar(shown.get(i), longest, i * BAR_STRIDE + (i < older ? 0 : space), released));
      release = seen;
    }
    return new RunBarsView(shown.size() * BAR_STRIDE + space, bars, caption(shown, older, longest));
  }

  private static Bar bar(Run run, Duration longest, int x, boolean released) {
    double share = run.duration().toNanos() / (double) Math.max(1, longest.toNanos());
    int height = (int) Math.max(4, Math.round(share * HEIGHT));
    return new Bar(run, x, height, released);
  }

  private static String caption(List<Run> shown, int older, Duration longest) {
    if (shown.isEmpty()) {
      return "";
    }
    int recent = shown.size() - older;
    String last = recent == 1 ? "the only run" : "last " + recent + " runs";
    String before = older == 0 ? "" : older + " earlier that did not pass, ";
    return before + last + ", longest " + DurationText.of(longest);
  }
}

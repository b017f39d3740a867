package io.goldenpath.web.run;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step, phase of the connect, event, or wait of our own on the time axis.
 *
 * @param id Of its element.
 * @param findings Numbers and kinds of what was found here.
 */
record TimelineRow(
    String id, Name name, Times times, Lane lane, List<FindingView.Reference> findings) {

  /** What kind of row it is; the label chooses its style. */
  enum Kind {
    STEP,
    PHASE,
    EVENT,
    /** A wait of the monitor's own, which is not on the path. */
    WAIT;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What it is called, and how it went.
   *
   * @param frames Numbers of the frames that brought it; empty for steps.
   */
  record Name(Kind kind, String text, String state, List<Integer> frames) {}

  /**
   * Its times in words; what there is none of is empty.
   *
   * @param difference To the other run.
   * @param trend {@code slower}, {@code faster} or {@code same}.
   */
  record Times(String at, String took, String limit, String difference, String trend) {

    static final String SAME = "same";

    static Times of(String at, String took) {
      return new Times(at, took, "", "", SAME);
    }

    Times limited(String text) {
      return new Times(at, took, text, difference, trend);
    }

    Times compared(Difference to) {
      return new Times(at, took, limit, to.text(), to.trend());
    }
  }

  /**
   * Its drawing.
   *
   * @param bar Null where it never began.
   * @param other The same of the other run; null where it has none.
   * @param limits Where it was slow, and where it failed.
   * @param ticks Where its events came.
   */
  record Lane(
      TimeScale.@Nullable Bar bar,
      TimeScale.@Nullable Bar other,
      List<LimitMark> limits,
      List<String> ticks) {

    static final Lane EMPTY = new Lane(null, null, List.of(), List.of());
  }

  /** A limit on the axis: {@code degraded} or {@code failed}. */
  record LimitMark(String x, String kind) {}

  /** How one time differs from another. */
  record Difference(String text, String trend) {

    static final Difference NONE = new Difference("", Times.SAME);
  }
}

package io.goldenpath.web.run;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.DurationText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one run.
 *
 * @param several Its users beside each other; null for one alone.
 * @param users Its users, or a choice of very many.
 */
record RunView(Run run, Findings findings, @Nullable SeveralUsers several, List<UserView> users) {

  private static final int MAX_TITLE = 500;

  /**
   * What was found, the heaviest first.
   *
   * @param more How many more there are, in one line; empty where all are shown.
   */
  record Findings(List<FindingView> shown, String more) {}

  /**
   * Several users compared.
   *
   * @param more The users who are not shown, in words; may be empty.
   */
  record SeveralUsers(ConcurrencySummary summary, UserMatrix matrix, String more) {}

  public String title() {
    String what =
        run.reason()
            .map(finding -> ": " + Excerpt.of(finding.message(), MAX_TITLE))
            .orElse(" in " + DurationText.of(run.duration()));
    return run.probe().target() + " " + run.outcome().label() + what;
  }

  /** What the monitor's own standstill means for this run; empty where there was none. */
  public String stalled() {
    return run.stalled().isZero()
        ? ""
        : "The monitor itself stood still for %s in this run: limits were widened, and its times are in no histogram."
            .formatted(DurationText.of(run.stalled()));
  }

  /** The verdict whose colour and icon go with the outcome. */
  public String verdict() {
    return Verdict.of(run.outcome()).label();
  }

  /** What repeats the run on a terminal. */
  public String command() {
    String users =
        run.probe().journey() == JourneyKind.ISOLATION ? " --users " + run.users().size() : "";
    return "golden-path check %s --journey %s%s"
        .formatted(run.probe().target(), run.probe().journey().label(), users);
  }
}

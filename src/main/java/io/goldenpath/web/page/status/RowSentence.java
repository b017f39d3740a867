package io.goldenpath.web.page.status;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.slo.ErrorBudgets;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.Skips;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.page.ObjectiveView;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what there is to say of a probe, the most important first, in one line. */
@Component
record RowSentence(VerdictBoard board, ErrorBudgets budgets) {

  /** Takes the newest of its runs first. */
  String of(ProbeState state, List<Run> kept) {
    return Stream.of(
            Stream.of(kept.isEmpty() ? "waiting for the first run to end" : verdict(state)),
            kept.stream().limit(1).flatMap(RowSentence::broken),
            skips(state),
            regressions(state),
            budget(state))
        .flatMap(Function.identity())
        .collect(Collectors.joining("; "));
  }

  private static String verdict(ProbeState state) {
    Run last = state.lastRun();
    return switch (state.verdict()) {
      case UNKNOWN -> "no verdict: " + state.reason();
      case DOWN, DEGRADED -> state.reason();
      case UP ->
          last == null
              ? state.reason()
              : last.outcome().label() + " in " + DurationText.of(last.duration()) + mark(last);
    };
  }

  /** That the last run shows no login that works. */
  private static String mark(Run last) {
    return last.loginMark().map("; "::concat).orElse("");
  }

  private static Stream<String> broken(Run newest) {
    return newest.outcome() == Outcome.BROKEN
        ? newest.reason().map(Finding::message).stream()
            .map("the last run is broken (monitor fault) and not counted: "::concat)
        : Stream.empty();
  }

  /** A verdict that is unknown says them itself. */
  private Stream<String> skips(ProbeState state) {
    return state.verdict() == Verdict.UNKNOWN
        ? Stream.empty()
        : board.skips(state.probe().id()).map(Skips::text).stream();
  }

  /** Those that keep it from being up are its reason already. */
  private Stream<String> regressions(ProbeState state) {
    return state.verdict() == Verdict.UP
        ? board.regressions(state.probe().id()).open().stream().map(Regression::sentence)
        : Stream.empty();
  }

  private Stream<String> budget(ProbeState state) {
    return ObjectiveView.of(state.probe().id(), budgets)
        .filter(ObjectiveView::overdrawn)
        .map(ObjectiveView::text)
        .stream();
  }
}

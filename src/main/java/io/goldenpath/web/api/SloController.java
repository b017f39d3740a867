package io.goldenpath.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.slo.ErrorBudget;
import io.goldenpath.slo.ErrorBudgets;
import io.goldenpath.verdict.VerdictBoard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of objectives, and of what is left of their error budgets. */
@RestController
record SloController(VerdictBoard board, ErrorBudgets budgets) {

  /**
   * The objective of one probe.
   *
   * @param budget Null while the history has not been read.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SloJson(
      @JsonUnwrapped ProbeId probe,
      BigDecimal objective,
      Duration over,
      GoodRuns good,
      @Nullable BudgetJson budget) {

    static SloJson of(
        ProbeId probe, ServiceLevelObjective objective, @Nullable ErrorBudget budget) {
      return new SloJson(
          probe,
          objective.ratio(),
          objective.over(),
          objective.good(),
          budget == null ? null : BudgetJson.of(budget));
    }
  }

  /**
   * What is left.
   *
   * @param since When the oldest run that counts began; null without any.
   * @param judged Whether there are as many runs as allow a bad one; else left and burn say little.
   * @param left Share of the error budget, below zero where it is overdrawn.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BudgetJson(
      Instant at,
      @Nullable Instant since,
      long goodRuns,
      long badRuns,
      double ratio,
      boolean judged,
      double left,
      BurnJson burn) {

    static BudgetJson of(ErrorBudget budget) {
      return new BudgetJson(
          budget.at(),
          budget.since(),
          budget.runs().good(),
          budget.runs().bad(),
          rounded(budget.ratio()),
          budget.judged(),
          rounded(budget.left()),
          new BurnJson(
              rounded(budget.burn(Duration.ofHours(1))),
              rounded(budget.burn(Duration.ofHours(6))),
              rounded(budget.burn(Duration.ofDays(3)))));
    }

    private static double rounded(double value) {
      return Math.round(value * 1e6) / 1e6;
    }
  }

  /** How much faster than it may the budget was spent in these times. */
  record BurnJson(double hour, double sixHours, double threeDays) {}

  @GetMapping("/api/slo")
  Map<String, List<SloJson>> slo(@RequestParam MultiValueMap<String, String> parameters) {
    return Map.of(
        "slo",
        ProbeQuery.of(parameters).watched(board.states()).stream().flatMap(this::slo).toList());
  }

  private Stream<SloJson> slo(ProbeId probe) {
    return budgets.objective(probe).stream()
        .map(objective -> SloJson.of(probe, objective, budgets.budget(probe).orElse(null)));
  }
}

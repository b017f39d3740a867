package io.goldenpath.web.page;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.slo.ErrorBudget;
import io.goldenpath.slo.ErrorBudgets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a probe's objective says, and how it stands.
 *
 * @param overdrawn Whether more has failed than may.
 */
public record ObjectiveView(String objective, String text, boolean overdrawn) {

  public static Optional<ObjectiveView> of(ProbeId probe, ErrorBudgets budgets) {
    return budgets
        .objective(probe)
        .map(objective ->
            budgets
                .budget(probe)
                .map(ObjectiveView::of)
                .orElseGet(() -> unknown(objective, "not known yet, the history is not read")));
  }

  static ObjectiveView of(ErrorBudget budget) {
    ServiceLevelObjective objective = budget.objective();
    if (budget.runs().total() == 0) {
      return unknown(objective, "no run that counts is recorded yet");
    }
    String runs = runs(budget) + recorded(budget);
    return budget.judged()
        ? new ObjectiveView(
            objective.text(),
            "%s; %s; burn %s".formatted(left(budget), runs, burns(budget)),
            budget.left() < 0)
        : unknown(
            objective,
            "too few runs to judge it, for one in %d may be bad; %s"
                .formatted(budget.fewestRuns(), runs));
  }

  private static ObjectiveView unknown(ServiceLevelObjective objective, String why) {
    return new ObjectiveView(objective.text(), why, false);
  }

  private static String left(ErrorBudget budget) {
    return budget.left() < 0
        ? "error budget spent %s times over".formatted(times(1 - budget.left()))
        : percent(budget.left(), 0) + " of the error budget left";
  }

  private static String runs(ErrorBudget budget) {
    return "%s of %d runs good (%s)"
        .formatted(budget.runs().good(), budget.runs().total(), percent(floor(budget.ratio()), 2));
  }

  /** What is not perfect must not be rounded to it. */
  private static double floor(double ratio) {
    return Math.floor(ratio * 1e4) / 1e4;
  }

  private static String recorded(ErrorBudget budget) {
    if (budget.since() == null) {
      return "";
    }
    Duration recorded = Duration.between(budget.since(), budget.at());
    return recorded.plus(Duration.ofHours(2)).compareTo(budget.objective().over()) < 0
        ? ", of %s so far".formatted(DurationText.of(recorded))
        : "";
  }

  private static String burns(ErrorBudget budget) {
    return budget.burns().entrySet().stream()
        .map(burn ->
            String.format(
                Locale.ROOT, "%.1f× in %s", burn.getValue(), DurationText.of(burn.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static String times(double spent) {
    return String.format(Locale.ROOT, spent < 9.95 ? "%.1f" : "%.0f", spent);
  }

  private static String percent(double share, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f %%", share * 100);
  }
}

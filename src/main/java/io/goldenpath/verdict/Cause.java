package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a probe is not up: the finding that the last run gave for it, and since when runs give it.
 * Two findings are one cause when kind, step and event are the same, whatever their words.
 *
 * @param all Everything that the run is blamed for, the heaviest first.
 */
public record Cause(Finding finding, Instant since, List<Finding> all) {

  public Cause {
    all = List.copyOf(all);
  }

  /**
   * Of the heaviest reasons the one that was the cause before, else the first; null without any.
   */
  static @Nullable Cause after(Run run, List<Finding> reasons, @Nullable Cause before) {
    if (reasons.isEmpty()) {
      return null;
    }
    Finding heaviest = reasons.getFirst();
    return reasons.stream()
        .takeWhile(reason -> reason.severity() == heaviest.severity())
        .flatMap(reason -> again(reason, reasons, before).stream())
        .findFirst()
        .orElseGet(() -> new Cause(heaviest, run.endedAt(), reasons));
  }

  private static Optional<Cause> again(
      Finding reason, List<Finding> reasons, @Nullable Cause before) {
    return before == null || !before.key().equals(Key.of(reason))
        ? Optional.empty()
        : Optional.of(new Cause(reason, before.since(), reasons));
  }

  Key key() {
    return Key.of(finding);
  }

  /** What tells causes apart. */
  record Key(FindingKind kind, Step step, @Nullable String event) {

    static Key of(Finding finding) {
      return new Key(finding.kind(), finding.step(), finding.event());
    }
  }
}

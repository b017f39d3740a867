package io.goldenpath.web.page;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * State of all probes in one sentence; the worst verdict chooses colour and icon.
 *
 * @param since When what the sentence says began; null where it says so itself.
 * @param verdictSince When the verdict began, where that was for another cause.
 */
public record Headline(
    String verdict,
    String text,
    PageFormat.@Nullable TimeView since,
    PageFormat.@Nullable TimeView verdictSince) {

  static final int MAX_LENGTH = 500;

  /** Takes the worst state first. */
  public static Headline of(List<ProbeState> states, PageFormat format) {
    if (states.isEmpty()) {
      return new Headline(
          Verdict.UNKNOWN.label(), "Nothing is watched: no target is configured", null, null);
    }
    ProbeState worst = states.getFirst();
    String word = worst.verdict().label();
    return switch (worst.verdict()) {
      case UP -> new Headline(word, "All golden paths work", null, null);
      case UNKNOWN -> new Headline(word, summary(worst) + otherCount(states), null, null);
      case DOWN, DEGRADED -> dated(worst, summary(worst) + otherCount(states), format);
    };
  }

  private static Headline dated(ProbeState state, String text, PageFormat format) {
    PageFormat.TimeView verdict = format.minute(state.since());
    Optional<PageFormat.TimeView> cause =
        state.causeSince().map(format::minute).filter(since -> !since.readsAs(verdict));
    return new Headline(
        state.verdict().label(),
        text,
        state.datesItself() ? null : cause.orElse(verdict),
        cause.isPresent() ? verdict : null);
  }

  /** Says as well how many of the probes are in maintenance. */
  public Headline withMaintenance(long maintained, int probes) {
    String added = probes == 1 ? " (in maintenance)" : " (%d in maintenance)".formatted(maintained);
    return maintained == 0 ? this : new Headline(verdict, text + added, since, verdictSince);
  }

  public String title() {
    return text
        + (since == null ? "" : ", since " + since.text())
        + (verdictSince == null ? "" : "; " + verdict + " since " + verdictSince.text());
  }

  private static String summary(ProbeState state) {
    return name(state.probe().id()) + ": " + Excerpt.of(state.reason(), MAX_LENGTH);
  }

  private static String otherCount(List<ProbeState> states) {
    long more = states.stream().filter(any -> any.verdict() != Verdict.UP).count() - 1;
    return more == 0 ? "" : " (and %d more)".formatted(more);
  }

  private static String name(ProbeId id) {
    return id.journey() == JourneyKind.GOLDEN_PATH ? id.target() : id.toString();
  }
}

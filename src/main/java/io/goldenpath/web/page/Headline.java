package io.goldenpath.web.page;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** State of all probes in one sentence; the worst verdict chooses colour and icon. */
record Headline(String verdict, String text, PageFormat.@Nullable TimeView since) {

  /** Takes the worst state first. */
  static Headline of(List<ProbeState> states, PageFormat format) {
    if (states.isEmpty()) {
      return new Headline(
          Verdict.UNKNOWN.label(), "Nothing is watched: no target is configured", null);
    }
    ProbeState worst = states.getFirst();
    String word = worst.verdict().label();
    return switch (worst.verdict()) {
      case UP -> new Headline(word, "All golden paths work", null);
      case UNKNOWN -> new Headline(word, summary(worst) + otherCount(states), null);
      case DOWN, DEGRADED ->
          new Headline(word, summary(worst) + otherCount(states), format.minute(worst.since()));
    };
  }

  public String title() {
    return since == null ? text : text + ", since " + since.text();
  }

  private static String summary(ProbeState state) {
    return name(state.probe().id()) + ": " + Excerpt.of(state.reason());
  }

  private static String otherCount(List<ProbeState> states) {
    long more = states.stream().filter(any -> any.verdict() != Verdict.UP).count() - 1;
    return more == 0 ? "" : " (and %d more)".formatted(more);
  }

  private static String name(ProbeId id) {
    return id.journey() == JourneyKind.GOLDEN_PATH ? id.target() : id.toString();
  }
}

package io.goldenpath.web;

import io.goldenpath.probe.JourneyKind;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.verdict.Standing;
import io.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth about everything that is watched, in one sentence.
 *
 * @param verdict The worst verdict, which chooses colour and icon.
 * @param text The sentence without its time.
 * @param since Since when it is so, where that matters.
 */
record Headline(String verdict, String text, @Nullable TimeView since) {

  /** The sentence about these, which are given worst first. */
  static Headline of(List<Standing> standings, Instant now) {
    if (standings.isEmpty()) {
      return new Headline(
          Verdict.UNKNOWN.label(), "Nothing is watched: no target is configured", null);
    }
    Standing worst = standings.getFirst();
    String word = worst.verdict().label();
    return switch (worst.verdict()) {
      case UP -> new Headline(word, "All golden paths work", null);
      case UNKNOWN -> new Headline(word, about(worst) + others(standings), null);
      case DOWN, DEGRADED ->
          new Headline(word, about(worst) + others(standings), TimeView.minute(worst.since(), now));
    };
  }

  /** The sentence with its time, for a title. */
  public String title() {
    return since == null ? text : text + ", since " + since.text();
  }

  private static String about(Standing standing) {
    return name(standing.probe().id()) + ": " + brief(standing.why());
  }

  private static String others(List<Standing> standings) {
    long more = standings.stream().filter(any -> any.verdict() != Verdict.UP).count() - 1;
    return more == 0 ? "" : " (and %d more)".formatted(more);
  }

  /** What stands before a colon says what happened, when it is a sentence. */
  static String brief(String why) {
    String head = why.split(": ", 2)[0];
    return head.split(" ").length < 3 ? why : head;
  }

  private static String name(ProbeId id) {
    return id.journey() == JourneyKind.GOLDEN_PATH ? id.target() : id.toString();
  }
}

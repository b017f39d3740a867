package io.goldenpath.web.page.probe;

import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.List;

/**
 * One limit in words.
 *
 * @param slow Later than this is degraded; a dash where only failure is limited.
 */
public record LimitText(String name, String slow, String failed) {

  static List<LimitText> of(TimeLimits limits) {
    return List.of(
        of("login", limits.login()),
        of("connect", limits.connect()),
        of("welcome", limits.welcome()),
        of("first event", limits.firstEvent()),
        of("gap", limits.gap()),
        of("tool", limits.tool()),
        of("answer", limits.answer()),
        of("reconnect", limits.reconnect()),
        new LimitText("close", "–", DurationText.of(limits.close())));
  }

  private static LimitText of(String name, TimeLimit limit) {
    Duration slow = limit.degraded();
    return new LimitText(
        name, slow == null ? "–" : DurationText.of(slow), DurationText.of(limit.failed()));
  }
}

package io.goldenpath.deployment;

import io.goldenpath.demo.platform.DemoBehaviour;
import org.jspecify.annotations.Nullable;

/**
 * A target that breaks in one way, and what somebody is told of it.
 *
 * @param fault What the demo platform does to this target's user; null where it does nothing.
 * @param socket Where its WebSocket is; the demo platform's own where that is null.
 * @param settings More lines of the target, on one line each.
 * @param summary Beginning of the alert's summary, after the target's name.
 * @param found What the alert says besides: the step, the kind, or what they mean.
 */
record BrokenTarget(
    String name,
    @Nullable DemoBehaviour fault,
    @Nullable String socket,
    String settings,
    String alert,
    String summary,
    String found) {

  private static final String GOLDEN_PATH = "journeys: { golden-path: { every: 5s, timeout: 5s } }";

  static BrokenTarget down(String name, DemoBehaviour fault, String summary, String found) {
    return new BrokenTarget(name, fault, null, GOLDEN_PATH, "GoldenPathDown", summary, found);
  }

  static BrokenTarget unreachable(String name, String socket, String found) {
    return new BrokenTarget(
        name, null, socket, GOLDEN_PATH, "GoldenPathDown", "users get no connection", found);
  }

  BrokenTarget alerting(String other) {
    return new BrokenTarget(name, fault, socket, settings, other, summary, found);
  }

  BrokenTarget with(String more) {
    return new BrokenTarget(name, fault, socket, settings + "\n" + more, alert, summary, found);
  }

  /** Walked by this journey instead of the golden path. */
  BrokenTarget on(String journey) {
    return new BrokenTarget(
        name, fault, socket, "journeys: { " + journey + " }", alert, summary, found);
  }
}

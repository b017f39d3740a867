package io.goldenpath.web.probe;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.redaction.PrintableText;
import io.goldenpath.verdict.ProbeState;
import java.time.Duration;
import java.util.List;

/** A probe's last run for a person: findings, waterfall and frames, then the series. */
final class DebugText {

  private static final int FINDINGS = 20;
  private static final int USERS = 3;
  private static final int FRAMES = 200;
  private static final int CHARACTERS = 2_000;
  private static final int BAR = 40;

  private final StringBuilder text = new StringBuilder();

  private DebugText() {}

  static String of(ProbeResult result) {
    ProbeState state = result.state();
    DebugText debug = new DebugText();
    debug.line(
        "%s is %s: %s".formatted(state.probe().id(), state.verdict().label(), state.reason()));
    if (!result.note().isEmpty()) {
      debug.line(result.note());
    }
    result.run().ifPresent(run -> debug.run(run, result.age().orElseThrow()));
    debug.line("");
    return debug.text + ProbeMetrics.of(result);
  }

  private void run(Run run, Duration age) {
    line("");
    line(
        "run %s %s in %s, %s ago"
            .formatted(
                run.id(),
                run.outcome().label(),
                DurationText.of(run.duration()),
                DurationText.of(age)));
    boolean several = run.users().size() > 1;
    run.findings().stream()
        .sorted(Finding.HEAVIEST_FIRST)
        .limit(FINDINGS)
        .forEach(
            finding -> line("  " + finding.severity().label() + ": " + finding.headline(several)));
    ShownUsers.of(run, USERS).shown().forEach(user -> user(user, run.duration()));
  }

  private void user(UserRun user, Duration whole) {
    line("");
    line("user " + user.slot());
    user.steps().forEach(step -> step(step, whole));
    List<Frame> frames = user.transcript().frames();
    frames.stream().limit(FRAMES).forEach(this::frame);
    int missing = user.transcript().omitted() + Math.max(0, frames.size() - FRAMES);
    if (missing > 0) {
      line("  " + missing + " frames are not shown");
    }
  }

  private void step(StepResult step, Duration whole) {
    boolean walked = step.state() != StepResult.State.SKIPPED;
    line(
        "  %-9s  %-7s  %8s  %8s  %s"
            .formatted(
                step.step().label(),
                step.state().label(),
                walked ? "at " + DurationText.millis(step.start()) : "",
                walked ? DurationText.millis(step.duration()) : "",
                walked ? bar(step, whole) : ""));
  }

  private void frame(Frame frame) {
    line(
        "  %4d  %8s  %-8s  %s"
            .formatted(
                frame.number(),
                DurationText.millis(frame.at()),
                frame.direction().label(),
                Excerpt.of(frame.text(), CHARACTERS)));
  }

  private static String bar(StepResult step, Duration whole) {
    int first = column(step.start(), whole);
    return " ".repeat(first) + "━".repeat(Math.max(1, column(step.end(), whole) - first));
  }

  private static int column(Duration at, Duration whole) {
    return Math.clamp(at.toNanos() * BAR / Math.max(1, whole.toNanos()), 0, BAR);
  }

  /** What others wrote steers no terminal and begins no line. */
  private void line(String line) {
    text.append(PrintableText.of(line).stripTrailing()).append('\n');
  }
}

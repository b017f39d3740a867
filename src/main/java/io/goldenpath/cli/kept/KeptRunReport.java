package io.goldenpath.cli.kept;

import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.redaction.PrintableText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A kept run on the terminal: steps and events on their line of time, findings, frames. */
public record KeptRunReport(AnsiTerminal terminal) {

  private static final int USERS = 3;
  private static final int BAR = 38;
  private static final Map<String, String> MARKS =
      Map.of("passed", "●", "failed", "✗", "reused", "○", "skipped", "○");
  private static final Map<String, String> ARROWS =
      Map.of("received", "←", "sent", "→", "note", "·");

  /** With {@code frames} the transcript too. */
  public void show(FetchedRun run, boolean frames) {
    String took = run.duration().map(DurationText::of).map(time -> " in " + time).orElse("");
    String outcome = run.outcome().isEmpty() ? "IN FLIGHT" : run.outcome().toUpperCase(Locale.ROOT);
    terminal.line("");
    terminal.line("%s  %s%s  (run %s)".formatted(run.probe(), outcome, took, run.id()));
    terminal.wrapped("", facts(run), "");
    long users = run.users().count();
    run.users()
        .limit(USERS)
        .forEach(user -> user(user, users > 1, run.duration().orElse(Duration.ZERO)));
    if (users > USERS) {
      terminal.paragraph(List.of(users - USERS + " more users are not shown"));
    }
    run.findings().forEach(this::finding);
    if (frames) {
      run.users().forEach(this::frames);
    }
    terminal.flush();
  }

  private static String facts(FetchedRun run) {
    List<String> facts = new ArrayList<>();
    facts.add("started " + run.startedAt());
    facts.add("in " + run.text("location"));
    facts.add("trigger " + run.text("trigger"));
    if (!run.text("release").isEmpty()) {
      facts.add("release " + run.text("release"));
    }
    if (!run.text("maintenance").isEmpty()) {
      facts.add("maintenance: " + run.text("maintenance"));
    }
    return String.join(", ", facts);
  }

  private void user(JsonNode user, boolean several, Duration whole) {
    if (several) {
      terminal.paragraph(List.of("user " + FetchedRun.printable(user, "slot")));
    }
    terminal.line("");
    user.path("steps").valueStream().forEach(step -> step(step, whole));
    user.path("events").valueStream().forEach(this::event);
  }

  private void step(JsonNode step, Duration whole) {
    String state = FetchedRun.printable(step, "state");
    boolean walked = !state.equals("skipped");
    Duration from = FetchedRun.seconds(step, "startSeconds").orElse(Duration.ZERO);
    Duration took = FetchedRun.seconds(step, "durationSeconds").orElse(Duration.ZERO);
    String style =
        switch (state) {
          case "failed" -> "red";
          case "skipped" -> "faint";
          default -> "";
        };
    terminal.line(
        terminal.styled(
            style,
            "  %s %-18s %9s  %s"
                .formatted(
                    MARKS.getOrDefault(state, "?"),
                    FetchedRun.printable(step, "step"),
                    walked ? DurationText.millis(took) : "",
                    walked ? bar(from, took, whole) : "")
                .stripTrailing()));
  }

  private void event(JsonNode event) {
    terminal.line(
        "    %-18s %9s"
            .formatted(
                FetchedRun.printable(event, "event"),
                "+" + FetchedRun.millis(event, "delaySeconds")));
  }

  private static String bar(Duration from, Duration took, Duration whole) {
    long scale = Math.max(1, whole.toNanos());
    int first = Math.clamp(from.toNanos() * BAR / scale, 0, BAR - 1);
    int last = Math.clamp(from.plus(took).toNanos() * BAR / scale, first + 1, BAR);
    return " ".repeat(first) + "━".repeat(last - first);
  }

  private void finding(JsonNode finding) {
    terminal.line("");
    terminal.wrapped(
        "  ✗ ",
        FetchedRun.findingName(finding) + ": " + FetchedRun.printable(finding, "message"),
        FetchedRun.printable(finding, "severity").equals("warning") ? "yellow" : "bold,red");
    for (String evidence : List.of("expected", "seen")) {
      String text = FetchedRun.printable(finding, evidence);
      if (!text.isEmpty()) {
        terminal.wrapped("      %-8s  ".formatted(evidence), text, "");
      }
    }
  }

  private void frames(JsonNode user) {
    terminal.paragraph(List.of("Frames of user " + FetchedRun.printable(user, "slot")));
    terminal.line("");
    user.path("frames").valueStream().forEach(this::frame);
  }

  private void frame(JsonNode frame) {
    terminal.wrapped(
        "  %4s %8s %s "
            .formatted(
                FetchedRun.printable(frame, "number"),
                FetchedRun.millis(frame, "atSeconds"),
                ARROWS.getOrDefault(FetchedRun.printable(frame, "direction"), " ")),
        PrintableText.of(FetchedRun.printable(frame, "text")),
        "");
  }
}

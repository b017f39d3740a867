package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Frame.Direction;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.redaction.PrintableText;
import java.util.List;

/** The frames of a run in a table, each with the rule of the dialect that took it. */
record FrameExplanation(FrameRules rules, AnsiTerminal terminal) {

  private static final String NO_RULE = "no rule; not understood";
  private static final int USERS = 3;
  private static final int NARROWEST = NO_RULE.length();
  private static final int WIDEST = 36;
  private static final int LONGEST_TEXT = 200;
  private static final int SHORTEST_TEXT = 8;

  void show(Run run) {
    boolean several = run.users().size() > 1;
    for (UserRun user : ShownUsers.of(run, USERS).shown()) {
      show(user, several ? "Frames of user " + user.slot() : "Frames");
    }
  }

  private void show(UserRun user, String title) {
    List<Frame> frames = user.transcript().frames();
    int width =
        frames.stream()
            .mapToInt(frame -> rule(user, frame).length())
            .filter(length -> length <= WIDEST)
            .max()
            .orElse(0);
    terminal.paragraph(
        List.of(title + " and their rules; see 'Order of reading' in docs/dialects.md"));
    terminal.line("");
    for (Frame frame : frames) {
      terminal.line(row(frame, rule(user, frame), Math.max(NARROWEST, width)));
    }
    if (user.transcript().omitted() > 0) {
      terminal.line("  " + user.transcript().omitted() + " frames between them are not kept");
    }
    understood(user);
  }

  private void understood(UserRun user) {
    List<Frame> received =
        user.transcript().frames().stream()
            .filter(frame -> frame.direction() == Direction.RECEIVED)
            .toList();
    long untaken = received.stream().filter(frame -> rule(user, frame).equals(NO_RULE)).count();
    if (untaken > 0) {
      terminal.line("");
      terminal.wrapped(
          "  ",
          "%d of %d frames received were taken by no rule; 'When nothing is understood' in docs/dialects.md helps"
              .formatted(untaken, received.size()),
          "");
    }
  }

  private String rule(UserRun user, Frame frame) {
    List<String> taken = rules.of(user.slot(), frame.number());
    if (!taken.isEmpty()) {
      return String.join(", ", taken);
    }
    return switch (frame.direction()) {
      case RECEIVED -> NO_RULE;
      case SENT, NOTE -> "";
    };
  }

  private String row(Frame frame, String rule, int width) {
    String head =
        "  %4d %8s %s %s"
            .formatted(
                frame.number(), DurationText.millis(frame.at()), arrow(frame.direction()), rule);
    int column = "  9999 12345 ms x ".length() + width + 2;
    String padded = head + " ".repeat(Math.max(1, column - head.length()));
    int left = AnsiTerminal.WIDTH - padded.length();
    String text = left < SHORTEST_TEXT ? "" : cut(frame.text(), left);
    String style = rule.equals(NO_RULE) ? "yellow" : "";
    return terminal.styled(style, (padded + text).stripTrailing());
  }

  /** The text of the transcript, from which secrets are gone. */
  private static String cut(String text, int width) {
    String line = PrintableText.of(Excerpt.of(text, LONGEST_TEXT));
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private static char arrow(Direction direction) {
    return switch (direction) {
      case RECEIVED -> '←';
      case SENT -> '→';
      case NOTE -> '·';
    };
  }
}

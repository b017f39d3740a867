package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Frame.Direction;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class FrameExplanationTests {

  private final StringWriter out = new StringWriter();
  private final FrameRules rules = new FrameRules();

  @Test
  void saysOfEachFrameWhichRuleTookIt() {
    rules.add(1, 1, "framing");
    rules.add(1, 2, "submit");
    rules.add(1, 3, "events.token");
    rules.add(1, 3, "answer.deltas");
    rules.add(1, 3, "answer.deltas");

    explain(
        new Transcript(
            List.of(
                frame(1, Direction.RECEIVED, 91, "0{\"sid\":\"a\"}"),
                frame(2, Direction.SENT, 120, "ask"),
                frame(3, Direction.RECEIVED, 812, "{\"type\":\"token\",\"text\":\"He\"}"),
                frame(4, Direction.RECEIVED, 12_345, "{\"type\":\"done\"}"),
                frame(5, Direction.NOTE, 12_346, "gives up")),
            0));

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """

              Frames and their rules; see 'Order of reading' in docs/dialects.md

                 1    91 ms ← framing                      0{"sid":"a"}
                 2   120 ms → submit                       ask
                 3   812 ms ← events.token, answer.deltas  {"type":"token","text":"He"}
                 4 12345 ms ← no rule; not understood      {"type":"done"}
                 5 12346 ms ·                              gives up

              1 of 3 frames received were taken by no rule; 'When nothing is understood'
              in docs/dialects.md helps
            """);
  }

  @Test
  void staysWithinTheTerminalAndObeysNothing() {
    for (int i = 0; i < 9; i++) {
      rules.add(1, 1, "events.name_number_" + i);
    }

    explain(
        new Transcript(
            List.of(
                frame(1, Direction.RECEIVED, 1, "x".repeat(4_000_000)),
                frame(2, Direction.RECEIVED, 2, "\u001b[2J" + "y\n".repeat(300))),
            7));

    assertThat(out.toString())
        .contains("events.name_number_8")
        .contains("  7 frames between them are not kept")
        .doesNotContain("\u001b");
    assertThat(out.toString().lines().filter(line -> !line.contains("events.")))
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  private void explain(Transcript transcript) {
    Run run = SampleRuns.passed(probe("demo"), "a", NOON);
    Run seen =
        Run.of(
            run.info(),
            run.duration(),
            List.of(),
            List.of(run.users().getFirst().withTranscript(transcript)));
    new FrameExplanation(rules, new AnsiTerminal(new PrintWriter(out), Ansi.OFF)).show(seen);
  }

  private static Frame frame(int number, Direction direction, int millis, String text) {
    return new Frame(number, direction, SampleRuns.millis(millis), text.length(), text);
  }
}

package io.goldenpath.cli;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class ReportTests {

  private static final Probe DEMO = Runs.probe("demo");
  private static final Pattern STRIP = Pattern.compile("(?m)^  [─●▲✗○]{78}$");

  private final StringWriter out = new StringWriter();

  @Test
  void showsARowForEachStationToScale() {
    show(Runs.passed(DEMO, "a", NOON), Ansi.OFF);

    assertThat(withoutStrip())
        .isEqualTo(
            """

            demo/golden-path  PASSED in 1.84 s  (run a)

              [strip]

              ● login               41 ms  ━
              ● connect             24 ms   ━
              ● welcome             25 ms   ━
              ● send                 1 ms    ━
              ● agent_started     +311 ms    ━━━━━━━━━
              ● agent_thinking    +443 ms            ━━━━
              ● tool_executing    +612 ms                ━━━━━
              ● tool_completed    +999 ms                    ━━━━━━━━━━━
              ● agent_completed  +1220 ms                              ━━━━━━━
              ● answer           +1220 ms                                    ━
              ● close               30 ms                                    ━━━━━━━━━━━━━━━
            """);
  }

  @Test
  void marksWhereAPathBrokeAndSaysWhatWasExpectedAndSeen() {
    show(Runs.stalled(DEMO, "a", NOON), Ansi.OFF);

    assertThat(withoutStrip())
        .isEqualTo(
            """

            demo/golden-path  FAILED in 1.74 s  (run a)

              [strip]

              ● login               41 ms  ━
              ● connect             24 ms   ━
              ● welcome             25 ms   ━━
              ● send                 1 ms    ━
              ● agent_started     +311 ms    ━━━━━━━━━
              ● agent_thinking    +443 ms             ━━━━
              ✗ tool_executing   +1643 ms                 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
              ○ tool_completed
              ○ agent_completed
              ○ answer
              ● close                6 ms                                                  ━

              ✗ stalled in events: nothing came for 1200 ms after agent_thinking
                  expected  the next event within 1200 ms of agent_thinking
                  seen      nothing but heartbeats
                  frames    5
            """);
  }

  @Test
  void drawsTheSameStripAsThePages() {
    show(Runs.stalled(DEMO, "a", NOON), Ansi.OFF);

    assertThat(STRIP.matcher(out.toString()).results().map(MatchResult::group).toList())
        .singleElement()
        .asString()
        .hasSize(80)
        .matches("  (─*[●✗○]){11}─*")
        .matches("  (─*●){6}─*✗(─*○){3}─*●─*");
  }

  @ParameterizedTest
  @MethodSource("runs")
  void fitsInto80Columns(Run run) {
    show(run, Ansi.OFF);

    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  static List<Run> runs() {
    return List.of(
        Runs.passed(DEMO, "a", NOON),
        Runs.late(DEMO, "a", NOON),
        Runs.missing(DEMO, "a", NOON),
        Runs.stalled(DEMO, "a", NOON),
        Runs.refused(DEMO, "a", NOON),
        Runs.broken(DEMO, "a", NOON),
        Runs.quoting(DEMO, "a", NOON, "x".repeat(300)));
  }

  @Test
  void coloursOnlyATerminal() {
    show(Runs.missing(DEMO, "a", NOON), Ansi.OFF);
    assertThat(out.toString()).doesNotContain("\u001b");

    show(Runs.missing(DEMO, "a", NOON), Ansi.ON);
    assertThat(out.toString()).contains("\u001b[1m\u001b[31mFAILED");
  }

  @Test
  void obeysNothingThatATargetSays() {
    String attack = "\u001b[2J\u009b31m @|bold,red loud|@ \u202Egnihton\r\nPASSED\u0007";

    show(Runs.quoting(DEMO, "a", NOON, attack), Ansi.ON);

    assertThat(out.toString())
        .contains("@|bold,red loud|@")
        .doesNotContain("\u001b[2J", "\u009b", "\u202e", "\u0007", "\r", "\nPASSED");
  }

  @Test
  void sumsSeveralRunsUp() {
    new Report(new PrintWriter(out), Ansi.OFF)
        .sum(
            List.of(
                new Checked(DEMO, Runs.passed(DEMO, "a", NOON)),
                new Checked(DEMO, Runs.missing(DEMO, "b", NOON)),
                new Checked(DEMO, Runs.stalled(DEMO, "c", NOON))));

    assertThat(out.toString()).isEqualToNormalizingNewlines("\n3 runs: 1 passed, 2 failed\n");
  }

  private String withoutStrip() {
    return STRIP.matcher(out.toString()).replaceAll("  [strip]");
  }

  private void show(Run run, Ansi ansi) {
    new Report(new PrintWriter(out), ansi).show(new Checked(DEMO, run));
  }
}

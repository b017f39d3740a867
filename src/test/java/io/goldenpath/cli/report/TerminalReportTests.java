package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class TerminalReportTests {

  private static final Probe DEMO = SampleRuns.probe("demo");
  private static final Pattern STRIP = Pattern.compile("(?m)^  [─●▲✗○]{78}$");

  private final StringWriter out = new StringWriter();

  @Test
  void showsARowForEachStationToScale() {
    show(SampleRuns.passed(DEMO, "a", NOON), Ansi.OFF);

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
  void saysWhichReleaseAnsweredOrWhyItIsNotKnown() {
    Run run = SampleRuns.passed(DEMO, "a", NOON);

    show(run.withRelease(SeenRelease.of("1.8.3")), Ansi.OFF);
    show(run.withRelease(SeenRelease.unread("GET /health answered HTTP 500")), Ansi.OFF);

    assertThat(out.toString())
        .contains("(run a)\nrelease 1.8.3\n")
        .contains("(run a)\nrelease unknown: GET /health answered HTTP 500\n");
  }

  @Test
  void marksWhereAPathBrokeAndSaysWhatWasExpectedAndSeen() {
    show(SampleRuns.stalled(DEMO, "a", NOON), Ansi.OFF);

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
  void putsALeakFirstAndNamesBothUsers() {
    Probe crowd = SampleRuns.isolation("demo", 12);
    Run queue = SampleRuns.servedSerially(crowd, "c", NOON, 12);

    show(crowd, SampleRuns.withUsers(crowd, "c", NOON, queue.users(), SampleFindings.leak(3, 7)));

    assertThat(out.toString())
        .startsWith(
            """

            demo/isolation  FAILED in 1.84 s  (run c)

              !! LEAK: A USER IS SHOWN WHAT IS NOT THEIRS: leak_content (1 time)

              12 of 12 at once connected, 11 of 12 succeeded
              first event  25 ms to 305 ms, 280 ms apart
              answer       100 ms to 1.20 s, 1.10 s apart
              slowest      user 12 in 1.20 s
              served       one after the other: each additional user waits 100 ms longer

              user 3
            """)
        .endsWith(
            """

              9 more users are not shown

              ✗ leak_content in events, user 3: user 3 was shown the code of user 7
                  expected  nothing of user 7
                  seen      its code, in agent_thinking
                  frames    5
                  frames of user 7  3
            """);
  }

  @Test
  void staysShortForAThousandUsersOfWhomAllHaveTrouble() {
    Probe crowd = SampleRuns.isolation("demo", 1000);
    Run run =
        SampleRuns.withUsers(
            crowd,
            "c",
            NOON,
            IntStream.rangeClosed(1, 1000).mapToObj(SampleUsers::stalled).toList(),
            IntStream.rangeClosed(1, 1000).mapToObj(SampleFindings::stall).toArray(Finding[]::new));

    show(crowd, run);

    assertThat(out.toString().lines()).hasSizeLessThan(200);
    assertThat(out.toString())
        .contains("0 of 1000 succeeded", "997 more users are not shown")
        .endsWith("  + not shown: 980 stalled in events\n");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void drawsAReconnectAmongTheEvents() {
    Probe recovery = SampleRuns.recovery("demo");

    show(recovery, SampleRuns.recovered(recovery, "r", NOON));

    assertThat(out.toString())
        .containsSubsequence("● agent_thinking", "● reconnect          160 ms", "● tool_executing");
  }

  @Test
  void drawsTheSameStripAsThePages() {
    show(SampleRuns.stalled(DEMO, "a", NOON), Ansi.OFF);

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
        SampleRuns.passed(DEMO, "a", NOON),
        SampleRuns.late(DEMO, "a", NOON),
        SampleRuns.missing(DEMO, "a", NOON),
        SampleRuns.stalled(DEMO, "a", NOON),
        SampleRuns.refused(DEMO, "a", NOON),
        SampleRuns.broken(DEMO, "a", NOON),
        SampleRuns.quoting(DEMO, "a", NOON, "x".repeat(300)));
  }

  @Test
  void coloursOnlyATerminal() {
    show(SampleRuns.missing(DEMO, "a", NOON), Ansi.OFF);
    assertThat(out.toString()).doesNotContain("\u001b");

    show(SampleRuns.missing(DEMO, "a", NOON), Ansi.ON);
    assertThat(out.toString()).contains("\u001b[1m\u001b[31mFAILED");
  }

  @Test
  void obeysNothingThatATargetSays() {
    String attack = "\u001b[2J\u009b31m @|bold,red loud|@ \u202Egnihton\r\nPASSED\u0007";

    show(SampleRuns.quoting(DEMO, "a", NOON, attack), Ansi.ON);

    assertThat(out.toString())
        .contains("@|bold,red loud|@")
        .doesNotContain("\u001b[2J", "\u009b", "\u202e", "\u0007", "\r", "\nPASSED");
  }

  @Test
  void sumsSeveralRunsUp() {
    new TerminalReport(new AnsiTerminal(new PrintWriter(out), Ansi.OFF))
        .summary(
            List.of(
                new CheckResult(DEMO, SampleRuns.passed(DEMO, "a", NOON)),
                new CheckResult(DEMO, SampleRuns.missing(DEMO, "b", NOON)),
                new CheckResult(DEMO, SampleRuns.stalled(DEMO, "c", NOON))));

    assertThat(out.toString()).isEqualToNormalizingNewlines("\n3 runs: 1 passed, 2 failed\n");
  }

  private String withoutStrip() {
    return STRIP.matcher(out.toString()).replaceAll("  [strip]");
  }

  private void show(Probe probe, Run run) {
    new TerminalReport(new AnsiTerminal(new PrintWriter(out), Ansi.OFF))
        .show(new CheckResult(probe, run));
  }

  private void show(Run run, Ansi ansi) {
    new TerminalReport(new AnsiTerminal(new PrintWriter(out), ansi))
        .show(new CheckResult(DEMO, run));
  }
}

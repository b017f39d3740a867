package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.millis;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class RepeatSummaryTests {

  private static final Probe DEMO = probe("demo");

  private final StringWriter out = new StringWriter();

  @Test
  void tellsHowManyWereGoodHowLongTheyTookAndWhatBroke() {
    show(
        new CheckResult(DEMO, SampleRuns.passed(DEMO, "a", NOON)),
        new CheckResult(DEMO, SampleRuns.missing(DEMO, "b", NOON)),
        new CheckResult(DEMO, SampleRuns.late(DEMO, "c", NOON)),
        new CheckResult(DEMO, SampleRuns.missing(DEMO, "d", NOON)));

    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """

            demo/golden-path  4 runs: 1 passed, 1 degraded, 2 failed (50.0 % good)

                            times        p50        p95
              login             4      41 ms      41 ms
              connect           4      24 ms      24 ms
              welcome           4      25 ms      25 ms
              send              4       1 ms       1 ms
              first event       4     311 ms     311 ms
              answer            4    1220 ms    1220 ms
              close             4      30 ms      30 ms

                2× missing_event in events (agent_thinking)
                1× late_event in events
            """);
  }

  @Test
  void summarisesEachProbeByItself() {
    Probe other = probe("other");
    show(
        new CheckResult(DEMO, SampleRuns.passed(DEMO, "a", NOON)),
        new CheckResult(other, SampleRuns.refused(other, "b", NOON)));

    assertThat(out.toString())
        .contains(
            "demo/golden-path  1 run: 1 passed (100.0 % good)",
            "other/golden-path  1 run: 1 failed (0.0 % good)");
  }

  @Test
  void percentilesAreTimesThatOccurred() {
    TimeSummary twenty =
        TimeSummary.of(IntStream.rangeClosed(1, 20).mapToObj(i -> millis(21 - i)).toList());

    assertThat(twenty).isEqualTo(new TimeSummary(20, millis(10), millis(19)));
    assertThat(TimeSummary.of(List.of(millis(7))))
        .isEqualTo(new TimeSummary(1, millis(7), millis(7)));
  }

  private void show(CheckResult... checked) {
    new RepeatSummary(new AnsiTerminal(new PrintWriter(out), Ansi.OFF)).show(List.of(checked));
  }
}

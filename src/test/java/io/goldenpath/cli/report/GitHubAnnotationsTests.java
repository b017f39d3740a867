package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubAnnotationsTests {

  private static final Probe DEMO = probe("demo");

  @Test
  void printsFindingsAsCommandsOfTheWorkflow() {
    assertThat(printed(SampleRuns.late(DEMO, "l", NOON), SampleRuns.missing(DEMO, "m", NOON)))
        .satisfiesExactly(
            error ->
                assertThat(error)
                    .startsWith("::error title=demo/golden-path::missing_event in events: ")
                    .endsWith(" (run m)"),
            warning ->
                assertThat(warning)
                    .startsWith("::warning title=demo/golden-path::late_event in events: ")
                    .endsWith(" (run l)"));
  }

  @Test
  void whatATargetSaysIsNoCommand() {
    Run run = SampleRuns.quoting(DEMO, "q", NOON, "100%0A\n::set-output name=x::y\r\u001b[2J");

    assertThat(printed(run))
        .singleElement()
        .asString()
        .contains("100%250A ::set-output name=x::y")
        .doesNotContain("\u001b", "\r");
  }

  @Test
  void printsNoMoreThanAreShown() {
    List<Run> runs = Collections.nCopies(30, SampleRuns.missing(DEMO, "m", NOON));

    assertThat(printed(runs.toArray(Run[]::new))).hasSize(10);
  }

  @Test
  void isForJobsOfGitHubAlone() {
    assertThat(GitHubAnnotations.wanted(Map.of("GITHUB_ACTIONS", "true"))).isTrue();
    assertThat(GitHubAnnotations.wanted(Map.of("CI", "true"))).isFalse();
  }

  private static List<String> printed(Run... runs) {
    StringWriter out = new StringWriter();
    GitHubAnnotations.print(
        List.of(runs).stream().map(run -> new CheckResult(DEMO, run)).toList(),
        new PrintWriter(out));
    return out.toString().lines().toList();
  }
}

package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class VerdictLogTests {

  private final VerdictLog log = new VerdictLog();

  @Test
  void warnsOfEveryVerdictButUp(CapturedOutput output) {
    log.changed(change(Verdict.UP, Verdict.DOWN, "agent_thinking never came"));

    assertThat(output.toString().trim())
        .containsOnlyOnce("WARN")
        .endsWith(
            "demo/golden-path is down (was up) since 2026-11-24T12:00:00Z:"
                + " agent_thinking never came (run a)");
  }

  @Test
  void namesTheTraceOfTheRun(CapturedOutput output) {
    log.changed(
        new VerdictChange(
            SampleRuns.probe("demo").id(), Verdict.UP, Verdict.DOWN, NOON, "no", "a", "0af7"));

    assertThat(output.toString().trim()).endsWith(": no (run a, trace 0af7)");
  }

  @Test
  void informsOfAVerdictThatIsUpAgain(CapturedOutput output) {
    log.changed(change(Verdict.DOWN, Verdict.UP, "the last run passed"));

    assertThat(output.toString().trim())
        .containsOnlyOnce("INFO")
        .endsWith(
            "demo/golden-path is up (was down) since 2026-11-24T12:00:00Z:"
                + " the last run passed (run a)");
  }

  @Test
  void warnsOfAnotherCauseWhileItIsDown(CapturedOutput output) {
    log.causeChanged(change(Verdict.DOWN, Verdict.DOWN, "nothing came for 1200 ms"));

    assertThat(output.toString().trim())
        .containsOnlyOnce("WARN")
        .endsWith(
            "demo/golden-path is still down since 2026-11-24T12:00:00Z, now for another cause:"
                + " nothing came for 1200 ms (run a)");
  }

  @Test
  void warnsOfRunsThatAreSkippedAndSaysWhenTheyAreNot(CapturedOutput output) {
    log.runsSkipped(
        SampleRuns.probe("demo").id(), "3 of the last 5 due runs skipped (budget): spent");
    log.runsTakePlace(SampleRuns.probe("demo").id());

    assertThat(output.toString().lines())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .contains("WARN")
                    .endsWith(
                        "demo/golden-path is not watched as it should be: 3 of the last 5 due runs"
                            + " skipped (budget): spent"),
            second ->
                assertThat(second)
                    .contains("INFO")
                    .endsWith("demo/golden-path: due runs take place again"));
  }

  private static VerdictChange change(Verdict before, Verdict after, String reason) {
    return new VerdictChange(SampleRuns.probe("demo").id(), before, after, NOON, reason, "a");
  }
}

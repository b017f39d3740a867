package io.goldenpath.cli.report;

import static io.goldenpath.model.run.SampleRuns.isolation;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is shown of a run that goes on: redrawn on a terminal, in lines elsewhere. */
class LiveProgressTests {

  private final StringWriter text = new StringWriter();
  private final AtomicLong now = new AtomicLong();

  @Test
  void drawsStepsThatHaveEndedTheOneInProgressAndThoseToCome() {
    RunProgress progress = progress(probe("good"));
    LiveWaterfall view = new LiveWaterfall(new PrintWriter(text));
    pass(500);
    progress.ended(Step.LOGIN, SampleRuns.millis(500));
    pass(250);
    progress.ended(Step.CONNECT, SampleRuns.millis(250));
    pass(1250);

    view.show(progress);

    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            good/golden-path  running for 2 s
              ● login         500 ms  ━━━━━━━━━━━━
              ● connect       250 ms              ━━━━━━
              … welcome      1250 ms                    ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
              ○ send
              ○ events
              ○ answer
              ○ close
            """);
  }

  @Test
  void takesBackWhatItHasDrawn() {
    RunProgress progress = progress(probe("good"));
    LiveWaterfall view = new LiveWaterfall(new PrintWriter(text));

    view.show(progress);
    view.clear();
    view.clear();

    assertThat(text.toString()).endsWith("close\n\r\u001b[8A\u001b[J");
  }

  @Test
  void countsTheUsersOfACrowd() {
    RunProgress progress = progress(isolation("crowd", 50));
    pass(1);
    for (int user = 0; user < 50; user++) {
      progress.ended(Step.LOGIN, SampleRuns.millis(1));
    }
    progress.ended(Step.CONNECT, SampleRuns.millis(1));

    new LiveWaterfall(new PrintWriter(text)).show(progress);

    assertThat(text.toString())
        .contains("● login       50 of 50")
        .contains("… connect      1 of 50")
        .contains("… welcome      0 of 50");
  }

  @Test
  void tellsALogEveryTenSecondsWhatALongRunWaitsFor() {
    RunProgress progress = progress(probe("good"));
    ProgressLines view = new ProgressLines(new PrintWriter(text));

    for (int second = 0; second < 25; second++) {
      view.show(progress);
      pass(1000);
    }
    progress.ended(Step.LOGIN, SampleRuns.millis(25_000));
    pass(6000);
    view.show(progress);

    assertThat(text.toString())
        .isEqualToNormalizingNewlines(
            """
            good/golden-path runs for 10 s: in step login
            good/golden-path runs for 20 s: in step login
            good/golden-path runs for 31 s: in step connect
            """);
  }

  private RunProgress progress(Probe probe) {
    return new RunProgress(probe, now::get);
  }

  private void pass(long millis) {
    now.addAndGet(SampleRuns.millis(millis).toNanos());
  }
}

package io.goldenpath.cli;

import io.goldenpath.cli.check.OneShotRunner;
import io.goldenpath.cli.report.CheckReport;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.schedule.RunAdmission;
import java.io.PrintWriter;
import java.time.Duration;

/** Waits for runs, and says what for. */
record AdmissionWait(CheckReport report, PrintWriter err) implements OneShotRunner.RunWait {

  /** Earlier runs have used up a rate limit, or the target has shed load. */
  @Override
  public void untilAdmitted(Probe probe, RunAdmission.Refused refused) throws InterruptedException {
    Duration wait = refused.postponement().retryAfter();
    err.printf(
        "%s waits %s: %s%n",
        probe.id(),
        DurationText.of(Duration.ofSeconds(wait.toSeconds() + 1)),
        refused.postponement().why());
    err.flush();
    Thread.sleep(wait);
  }

  @Override
  public void whileRunning() {
    report.showProgress();
  }
}

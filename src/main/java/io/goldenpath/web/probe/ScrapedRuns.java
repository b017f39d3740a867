package io.goldenpath.web.probe;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.web.probe.RunWaiters.EndedRun;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Runs that scrapes start, within all limits of runs that are due. */
@Component
record ScrapedRuns(Schedule schedule, RunWaiters waiters) {

  /** Starts a run or joins the one in flight; says why it has no result, or nothing. */
  String await(ProbeId probe, Duration limit) throws InterruptedException {
    return switch (admission(probe)) {
      case RunAdmission.Accepted(String id) -> await(probe, id, limit);
      case RunAdmission.InFlight(String id, Duration _) -> await(probe, id, limit);
      case RunAdmission.Refused(Postponement(var reason, var why, var wait)) ->
          "no run can start for %s, reason: %s; %s"
              .formatted(DurationText.of(wait), reason.label(), why);
      case RunAdmission.NotStarted() -> "the monitor is starting; no run can start yet";
      case RunAdmission.Unknown() -> "the probe is no longer watched";
    };
  }

  private RunAdmission admission(ProbeId probe) {
    return schedule.started()
        ? schedule.request(probe, Trigger.SCRAPE)
        : new RunAdmission.NotStarted();
  }

  private String await(ProbeId probe, String id, Duration limit) throws InterruptedException {
    return waiters
        .await(probe, id, limit)
        .map(ScrapedRuns::fault)
        .orElseGet(() -> "run %s has not ended within %s".formatted(id, DurationText.of(limit)));
  }

  private static String fault(EndedRun run) {
    return run.valid() ? "" : "run %s broke by the monitor's own fault".formatted(run.id());
  }
}

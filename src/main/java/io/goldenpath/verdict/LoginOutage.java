package io.goldenpath.verdict;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.time.UtcTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logins fail since this time; a run that reuses a token neither begins nor ends it. */
record LoginOutage(Instant since, List<Finding> findings) {

  static @Nullable LoginOutage after(Run run, @Nullable LoginOutage before) {
    List<StepResult.State> walked =
        run.users().stream()
            .flatMap(user -> user.walkedLogin().stream())
            .map(StepResult::state)
            .toList();
    if (walked.contains(StepResult.State.FAILED)) {
      Instant since = before == null ? run.info().startedAt() : before.since();
      return new LoginOutage(
          since, run.reasons().stream().filter(found -> found.step() == Step.LOGIN).toList());
    }
    return walked.contains(StepResult.State.PASSED) ? null : before;
  }

  String reason() {
    String message = findings.stream().findFirst().map(Finding::message).orElse("");
    return "login failing since " + UtcTime.minute(since) + ": " + message;
  }
}

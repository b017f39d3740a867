package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import java.util.List;

/** Run with all that its users met. */
public record RunJson(@JsonUnwrapped RunSummaryJson summary, List<UserRun> users) {

  public static RunJson of(Run run) {
    return new RunJson(RunSummaryJson.of(run, Integer.MAX_VALUE), run.users());
  }

  public static RunJson inFlight(RunInfo info) {
    return new RunJson(RunSummaryJson.inFlight(info), List.of());
  }
}

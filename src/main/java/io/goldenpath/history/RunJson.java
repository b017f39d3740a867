package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import java.util.List;

/** Run with all that its users met. */
public record RunJson(@JsonUnwrapped RunSummaryJson summary, List<UserJson> users) {

  public static RunJson of(Run run) {
    return new RunJson(RunSummaryJson.inFull(run), run.users().stream().map(UserJson::of).toList());
  }

  public static RunJson inFlight(RunInfo info) {
    return new RunJson(RunSummaryJson.inFlight(info), List.of());
  }
}

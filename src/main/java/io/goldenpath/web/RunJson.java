package io.goldenpath.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import java.util.List;

/** A run with all that its users met. */
record RunJson(@JsonUnwrapped RunSummaryJson summary, List<UserJson> users) {

  static RunJson of(Run run) {
    return new RunJson(RunSummaryJson.of(run), run.users().stream().map(UserJson::of).toList());
  }

  static RunJson inFlight(RunTicket ticket) {
    return new RunJson(RunSummaryJson.inFlight(ticket), List.of());
  }
}

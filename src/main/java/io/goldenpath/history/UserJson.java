package io.goldenpath.history;

import io.goldenpath.probe.UserRun;
import java.util.List;

/** What one user met in a run. */
public record UserJson(
    int slot,
    List<StepJson> steps,
    ConnectPhasesJson connectPhases,
    List<EventJson> events,
    List<FrameJson> frames) {

  static UserJson of(UserRun user) {
    return new UserJson(
        user.slot(),
        user.steps().stream().map(StepJson::of).toList(),
        ConnectPhasesJson.of(user.connectPhases()),
        user.events().stream().map(EventJson::of).toList(),
        user.transcript().frames().stream().map(FrameJson::of).toList());
  }
}

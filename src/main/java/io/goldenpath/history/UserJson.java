package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.model.run.UserRun;
import java.util.List;

/** What one user met in a run, and how many frames of it were counted but not kept. */
public record UserJson(
    int slot,
    List<StepJson> steps,
    ConnectPhasesJson connectPhases,
    List<EventJson> events,
    List<FrameJson> frames,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int framesLeft) {

  static UserJson of(UserRun user) {
    return new UserJson(
        user.slot(),
        user.steps().stream().map(StepJson::of).toList(),
        ConnectPhasesJson.of(user.connectPhases()),
        user.events().stream().map(EventJson::of).toList(),
        user.transcript().frames().stream().map(FrameJson::of).toList(),
        user.transcript().omitted());
  }
}

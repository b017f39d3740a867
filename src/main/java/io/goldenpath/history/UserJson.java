package io.goldenpath.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One user's part of a run, with the number of frames that were counted but not kept. */
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

  /** How one step went. */
  record StepJson(String step, String state, double startSeconds, double durationSeconds) {

    static StepJson of(StepResult result) {
      return new StepJson(
          result.step().label(),
          result.state().label(),
          JsonSeconds.of(result.start()),
          JsonSeconds.of(result.duration()));
    }
  }

  /** The phases of a connect; null where one was not passed, with the address that was tried. */
  record ConnectPhasesJson(
      @Nullable String address,
      @Nullable Double dnsSeconds,
      @Nullable Double tcpSeconds,
      @Nullable Double tlsSeconds,
      @Nullable Double upgradeSeconds) {

    static ConnectPhasesJson of(ConnectPhases phases) {
      return new ConnectPhasesJson(
          phases.address(),
          JsonSeconds.ofNullable(phases.dns()),
          JsonSeconds.ofNullable(phases.tcp()),
          JsonSeconds.ofNullable(phases.tls()),
          JsonSeconds.ofNullable(phases.upgrade()));
    }
  }

  /** One agent event. */
  record EventJson(
      String event, double atSeconds, double delaySeconds, long arrivalNanos, int frame) {

    static EventJson of(EventArrival mark) {
      return new EventJson(
          mark.event(),
          JsonSeconds.of(mark.at()),
          JsonSeconds.of(mark.delay()),
          mark.arrivalNanos(),
          mark.frame());
    }
  }

  /** One frame, redacted. */
  record FrameJson(int number, String direction, double atSeconds, int bytes, String text) {

    static FrameJson of(Frame frame) {
      return new FrameJson(
          frame.number(),
          frame.direction().label(),
          JsonSeconds.of(frame.at()),
          frame.bytes(),
          frame.text());
    }
  }
}

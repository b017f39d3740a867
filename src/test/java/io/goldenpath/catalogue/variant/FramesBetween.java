package io.goldenpath.catalogue.variant;

import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.EventEnvelope;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.SendEvent;
import java.time.Duration;
import java.util.stream.Stream;

/** Frames that come between the events of a run. */
final class FramesBetween {

  private static final Duration SOON = Duration.ofMillis(20);

  private FramesBetween() {}

  /** One such frame before each event. */
  static FaultHook between(EventEnvelope other) {
    return FaultHook.run(run ->
        new Script(
            run.steps().stream()
                .flatMap(step ->
                    step.action() instanceof SendEvent sent
                        ? Stream.of(step.with(new SendEvent(sent.event(), other)), step.after(SOON))
                        : Stream.of(step))
                .toList()));
  }
}

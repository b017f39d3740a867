package io.goldenpath.inference.live;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameFields;
import java.time.Duration;

/**
 * An event of a run, with what its frame says.
 *
 * @param delay When it arrived, since the question.
 */
public record LiveEvent(AgentEvent event, FrameFields fields, Duration delay) {

  String name() {
    return event.name();
  }
}

package io.goldenpath.inference.live;

import io.goldenpath.contract.event.FrameFields;
import java.time.Duration;

/**
 * An event of a run, with what its frame says.
 *
 * @param content Equal for the same content, times aside.
 * @param delay When it arrived, since the question.
 */
public record LiveEvent(String name, int content, FrameFields fields, Duration delay) {}

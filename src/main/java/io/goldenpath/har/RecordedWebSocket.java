package io.goldenpath.har;

import java.util.List;

/**
 * A WebSocket from its upgrade on.
 *
 * @param at When the upgrade began, in seconds of the wall clock.
 * @param seconds How long the upgrade took.
 */
public record RecordedWebSocket(
    String url,
    RecordedPart request,
    RecordedPart response,
    double at,
    double seconds,
    List<RecordedFrame> frames) {

  public RecordedWebSocket {
    frames = List.copyOf(frames);
  }

  /** Shows the count of frames alone: an address may hold a token. */
  @Override
  public String toString() {
    return "RecordedWebSocket[" + frames.size() + " frames]";
  }
}

package io.goldenpath.har;

/**
 * A frame of a WebSocket.
 *
 * @param sent Whether the browser sent it.
 * @param at When, in seconds of the wall clock.
 * @param text What it holds; of a binary frame its bytes as UTF-8.
 */
public record RecordedFrame(boolean sent, double at, boolean binary, String text) {

  /** Shows the length alone: the text may hold a token. */
  @Override
  public String toString() {
    return "RecordedFrame[" + text.length() + " characters]";
  }
}

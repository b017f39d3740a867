package io.goldenpath.har;

/**
 * An HTTP call.
 *
 * @param at When it began, in seconds of the wall clock.
 * @param status 0 where no reply came.
 * @param seconds How long it took.
 */
public record RecordedCall(
    double at,
    String method,
    String url,
    RecordedPart request,
    int status,
    RecordedPart response,
    double seconds) {

  /** Shows the method alone: an address may hold a token. */
  @Override
  public String toString() {
    return "RecordedCall[" + method + "]";
  }
}

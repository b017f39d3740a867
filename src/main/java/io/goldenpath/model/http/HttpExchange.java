package io.goldenpath.model.http;

import java.time.Duration;

/**
 * One HTTP request of a user and its reply, redacted and without bodies; an upgrade is one, too.
 *
 * @param at When it was made, since the run's start.
 * @param duration Until the reply was there, or none would come.
 * @param url Without its query, which may hold a token.
 * @param status 0 where nothing was answered.
 */
public record HttpExchange(
    Duration at,
    Duration duration,
    String method,
    String url,
    int status,
    HttpHeaderLines requestHeaders,
    HttpHeaderLines responseHeaders) {

  public static final int SWITCHING_PROTOCOLS = 101;

  /** Whether a WebSocket was asked for. */
  public boolean upgrade() {
    return url.regionMatches(true, 0, "ws", 0, 2);
  }

  public Duration end() {
    return at.plus(duration);
  }

  /** The address without scheme and host. */
  public String path() {
    return url.replaceFirst("^[^/]*//[^/]*", "");
  }
}

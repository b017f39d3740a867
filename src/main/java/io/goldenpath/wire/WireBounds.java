package io.goldenpath.wire;

/**
 * What a server may make us hold.
 *
 * @param initialLine Bytes of a reply's first line.
 * @param headers Bytes of a reply's headers.
 * @param body Bytes of a login's reply.
 * @param refusal Bytes that are kept of a refused upgrade's body.
 * @param queued Messages that wait to be read before the socket is read no further.
 */
public record WireBounds(int initialLine, int headers, int body, int refusal, int queued) {

  /** What holds where nobody says otherwise. */
  public static final WireBounds DEFAULTS =
      new WireBounds(4096, 16 * 1024, 1024 * 1024, 4096, 1024);
}

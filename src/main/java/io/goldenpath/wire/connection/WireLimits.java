package io.goldenpath.wire.connection;

/**
 * What a server may make us hold. The longest message is a setting of its target.
 *
 * @param initialLine Bytes of a reply's first line.
 * @param headers Bytes of a reply's headers.
 * @param body Bytes of a login's reply.
 * @param refusal Bytes that are kept of a refused upgrade's body.
 * @param queued Messages that wait to be read before the socket is read no further.
 * @param queuedBytes Bytes of such messages.
 * @param sockets Connections that are open at once.
 */
public record WireLimits(
    int initialLine, int headers, int body, int refusal, int queued, int queuedBytes, int sockets) {

  /** What holds where nobody says otherwise. */
  public static final WireLimits DEFAULTS =
      new WireLimits(4 * 1024, 16 * 1024, 1024 * 1024, 4 * 1024, 1024, 4 * 1024 * 1024, 4096);
}

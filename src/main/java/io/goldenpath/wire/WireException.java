package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;

/** Carries a {@link WireFailure} to the result of a call, without a stack trace. */
class WireException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final String CREDENTIALS =
      " (it wants a user and a password, or others: proxy: http://USER:PASSWORD@HOST:PORT)";

  private final FindingKind kind;

  public WireException(FindingKind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public WireFailure failure() {
    return new WireFailure(kind, String.valueOf(getMessage()));
  }

  /** The proxy answers {@code CONNECT} with this status line. */
  static final class ProxyRefusal extends WireException {

    private static final long serialVersionUID = 1L;

    private final String status;

    ProxyRefusal(String proxy, ServerAddress address, String status) {
      super(
          FindingKind.CONNECT_FAILED,
          "%s refused to connect to %s: HTTP %s%s"
              .formatted(proxy, address, status, status.startsWith("407") ? CREDENTIALS : ""));
      this.status = status;
    }

    /** Whether it may not tunnel to such a port, but may forward the request itself. */
    boolean forbidden() {
      return status.startsWith("403");
    }
  }
}

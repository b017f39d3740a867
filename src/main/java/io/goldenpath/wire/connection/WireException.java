package io.goldenpath.wire.connection;

import io.goldenpath.model.finding.FindingKind;

/** A {@link WireFailure} on its way to the result of a call. */
public final class WireException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FindingKind kind;

  public WireException(FindingKind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public WireFailure failure() {
    return new WireFailure(kind, String.valueOf(getMessage()));
  }
}

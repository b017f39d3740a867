package io.goldenpath.wire;

import io.goldenpath.model.finding.FindingKind;

/** Carries a {@link WireFailure} to the result of a call, without a stack trace. */
final class WireException extends Exception {

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

package io.goldenpath.probe;

import java.util.Locale;

/** Where the upgrade carries the token. */
public enum TokenCarrier {
  /** {@code Authorization: Bearer}. */
  HEADER,
  /** A second subprotocol {@code jwt.<base64url, no padding>}. */
  SUBPROTOCOL,
  /** A query parameter. */
  QUERY,
  /** Nowhere. */
  NONE;

  /** The carrier as settings write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package io.goldenpath.har;

/** A recording of which nothing can be made; its message says why, and what would be right. */
public final class UnusableHarException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnusableHarException(String message) {
    super(message);
  }
}

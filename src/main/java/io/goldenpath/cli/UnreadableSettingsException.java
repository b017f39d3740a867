package io.goldenpath.cli;

/** The settings cannot be read, and the message is all that is to be said now. */
public final class UnreadableSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableSettingsException(Throwable cause) {
    this("The settings cannot be read; see the error above", cause);
  }

  UnreadableSettingsException(String message, Throwable cause) {
    super(message, cause);
  }
}

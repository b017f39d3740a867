package io.goldenpath.cli;

/** The settings cannot be read; the cause has been printed already. */
public final class UnreadableSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableSettingsException(Throwable cause) {
    super("The settings cannot be read; see the error above", cause);
  }
}

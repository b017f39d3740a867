package io.goldenpath.cli;

/** The settings cannot even be read; why has been told. */
public final class UnreadableSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Settings that cannot be read for this reason. */
  public UnreadableSettingsException(Throwable cause) {
    super("The settings cannot be read; the reason stands above", cause);
  }
}

package io.goldenpath.cli.kept;

/** The monitor does not answer, or not with what was asked for; the message is all to be said. */
public final class MonitorUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MonitorUnavailableException(String message) {
    super(message);
  }

  MonitorUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

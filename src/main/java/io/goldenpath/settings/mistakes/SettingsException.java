package io.goldenpath.settings.mistakes;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The settings cannot be used: every mistake in one message. Ends the process with 78. */
public final class SettingsException extends RuntimeException implements ExitCodeGenerator {

  private static final long serialVersionUID = 1L;
  private static final int CONFIGURATION = 78;

  private final transient List<Mistake> mistakes;

  public SettingsException(List<Mistake> mistakes) {
    super(
        mistakes.stream()
            .map(mistake -> "  - " + mistake)
            .collect(
                Collectors.joining(
                    "\n",
                    mistakes.size() == 1
                        ? "There is a mistake in the settings:\n"
                        : "There are " + mistakes.size() + " mistakes in the settings:\n",
                    "")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** The exception among the causes, or one with the failure's message. */
  public static SettingsException of(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingsException known) {
        return known;
      }
    }
    return new SettingsException(
        List.of(new Mistake("spring.config", "", String.valueOf(failure.getMessage()))));
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }

  @Override
  public int getExitCode() {
    return CONFIGURATION;
  }
}

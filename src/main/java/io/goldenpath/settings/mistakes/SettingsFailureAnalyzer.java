package io.goldenpath.settings.mistakes;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows mistakes without a stack trace. */
class SettingsFailureAnalyzer extends AbstractFailureAnalyzer<SettingsException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()), "Correct the keys above and start again.", cause);
  }
}

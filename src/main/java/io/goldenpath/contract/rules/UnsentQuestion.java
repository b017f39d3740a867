package io.goldenpath.contract.rules;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a question did not reach the agent: the server did not ask for it in time, or the call that
 * asks it failed.
 *
 * @param message One sentence of what was seen.
 * @param retryAfter How long the server asked to be left alone; null where it did not.
 * @param doubtful Whether a standstill of the monitor may be all that is behind it.
 */
public record UnsentQuestion(
    FindingKind kind,
    String expected,
    String message,
    @Nullable Duration retryAfter,
    boolean doubtful) {

  /** What ran out is no second finding beside the error that the server has reported. */
  void report(ErrorReports errors, long nanos) {
    if (kind != FindingKind.TIMED_OUT || !errors.endedInError()) {
      errors
          .findings()
          .of(kind)
          .in(Step.SEND)
          .at(nanos)
          .expected(expected)
          .doubtful(doubtful)
          .retryAfter(retryAfter)
          .says("%s", message);
    }
  }
}

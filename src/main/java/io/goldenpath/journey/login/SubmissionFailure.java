package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call that asks a question was of no use.
 *
 * @param message One sentence of what was seen.
 * @param retryAfter How long the server asked to be left alone; null where it did not.
 * @param refused Whether the server says that the request is at fault, rather than itself.
 */
public record SubmissionFailure(
    FindingKind kind,
    String expected,
    String message,
    @Nullable Duration retryAfter,
    boolean refused) {

  /** The status is null where there was no answer. */
  static SubmissionFailure of(LoginResult.Failure failure, @Nullable Integer status) {
    return new SubmissionFailure(
        kind(failure.kind(), status == null ? 0 : status),
        failure.expected(),
        failure.message(),
        failure.retryAfter(),
        status != null && status >= 300 && status < 500);
  }

  private static FindingKind kind(FindingKind ofCall, int status) {
    return switch (ofCall) {
      case LOGIN_REFUSED, LOGIN_FAILED -> kind(status);
      default -> ofCall;
    };
  }

  private static FindingKind kind(int status) {
    return switch (status) {
      case 401, 403 -> FindingKind.AUTH_REFUSED;
      case 429 -> FindingKind.SHED;
      default -> FindingKind.ERROR_EVENT;
    };
  }
}

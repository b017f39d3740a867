package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a call that asks a question was of no use.
 *
 * @param message One sentence of what was seen.
 * @param retryAfter How long the server asked to be left alone; null where it did not.
 */
public record SubmissionFailure(
    FindingKind kind, String expected, String message, @Nullable Duration retryAfter, Stage stage) {

  /** How far the call came. */
  public enum Stage {
    /** A variable had no value, so that there was no call. */
    NOT_MADE,
    /** There was no whole answer. */
    UNANSWERED,
    /** The server says that the request is at fault. */
    REFUSED,
    /** The server says that it is at fault itself, or its answer is of no use. */
    FAILED
  }

  static SubmissionFailure notMade(LoginResult.Failure failure) {
    return of(failure, 0, Stage.NOT_MADE);
  }

  static SubmissionFailure unanswered(LoginResult.Failure failure) {
    return of(failure, 0, Stage.UNANSWERED);
  }

  static SubmissionFailure answered(LoginResult.Failure failure, int status) {
    boolean refused = status >= 300 && status < 500;
    return of(failure, status, refused ? Stage.REFUSED : Stage.FAILED);
  }

  private static SubmissionFailure of(LoginResult.Failure failure, int status, Stage stage) {
    return new SubmissionFailure(
        kind(failure.kind(), status),
        failure.expected(),
        failure.message(),
        failure.retryAfter(),
        stage);
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

package io.goldenpath.contract;

import io.goldenpath.probe.Ending;
import io.goldenpath.probe.FindingKind;
import java.util.regex.Pattern;

/** What the end of a connection is evidence of, and how a person would say it. */
public final class EndingWords {

  private static final int POLICY = 1008;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final Pattern AUTH =
      Pattern.compile(
          "(?i)\\bauth(?:\\b|enticat|ori[sz])|unauthori[sz]ed|forbidden|credential|jwt"
              + "|(?:invalid|expired|missing|bad|no|revoked) (?:access )?token"
              + "|token (?:is |has )?(?:expired|invalid|missing|rejected|required|revoked)");
  private static final Pattern LATER =
      Pattern.compile(
          "(?i)rate.?limit|too many|try again|temporarily|overload|circuit.?breaker|retry (?:after|in)");
  private static final Pattern RETRY = Pattern.compile("(?i)retry");

  private EndingWords() {}

  /** What this end is evidence of. */
  public static FindingKind kind(Ending ending) {
    return switch (ending) {
      case Ending.CloseFrame(int code, String reason) -> kind(code, reason);
      case Ending.Violation _ -> FindingKind.PROTOCOL_ERROR;
      case Ending.StreamEnd _, Ending.Reset _, Ending.Unanswered _ -> FindingKind.DROPPED;
    };
  }

  /** How a person would say it, after "the connection was". */
  public static String describe(Ending ending) {
    return switch (ending) {
      case Ending.CloseFrame(int code, String reason) ->
          "closed by the server with " + code + (reason.isBlank() ? "" : " " + Words.quote(reason));
      case Ending.StreamEnd() -> "ended without a close frame (1006)";
      case Ending.Reset() -> "reset (1006)";
      case Ending.Violation(String message) -> "given up: the server sent " + message;
      case Ending.Unanswered() -> "closed by us, and the server did not answer";
    };
  }

  private static FindingKind kind(int code, String reason) {
    boolean later =
        code == TRY_AGAIN_LATER
            || LATER.matcher(reason).find()
            || (code == POLICY && RETRY.matcher(reason).find());
    if (later) {
      return FindingKind.SHED;
    }
    boolean auth = code == 4401 || code == 4403 || (code >= POLICY && AUTH.matcher(reason).find());
    return auth ? FindingKind.AUTH_REFUSED : FindingKind.DROPPED;
  }
}

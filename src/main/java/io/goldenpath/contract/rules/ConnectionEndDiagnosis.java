package io.goldenpath.contract.rules;

import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.ConnectionEnd;
import java.util.regex.Pattern;

/** Diagnosis of a connection's end: the kind of its finding, and its wording. */
public final class ConnectionEndDiagnosis {

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

  private ConnectionEndDiagnosis() {}

  public static FindingKind kind(ConnectionEnd end) {
    return switch (end) {
      case ConnectionEnd.CloseFrame(int code, String reason) -> kind(code, reason);
      case ConnectionEnd.ProtocolViolation _ -> FindingKind.PROTOCOL_ERROR;
      case ConnectionEnd.StreamEnd _,
          ConnectionEnd.Reset _,
          ConnectionEnd.HeartbeatMissed _,
          ConnectionEnd.CloseTimeout _ ->
          FindingKind.DROPPED;
    };
  }

  /** Wording to follow "the connection was". */
  public static String describe(ConnectionEnd end) {
    return switch (end) {
      case ConnectionEnd.CloseFrame(int code, String reason) ->
          "closed by the server with "
              + code
              + (reason.isBlank() ? "" : " " + Excerpt.quoted(reason));
      case ConnectionEnd.StreamEnd() -> "ended without a close frame (1006)";
      case ConnectionEnd.Reset() -> "reset (1006)";
      case ConnectionEnd.HeartbeatMissed(String what) -> "given up by us: " + what;
      case ConnectionEnd.ProtocolViolation(String message) ->
          "closed by us after a protocol violation: " + message;
      case ConnectionEnd.CloseTimeout() -> "closed by us, and the server did not answer";
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

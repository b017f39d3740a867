package io.goldenpath.contract.rules;

import io.goldenpath.contract.event.RefusalEvidence;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.ConnectionEnd;
import java.util.Optional;
import java.util.regex.Pattern;

/** Diagnosis of a connection's end: the kind of its finding, and its wording. */
public final class ConnectionEndDiagnosis {

  private static final int POLICY = 1008;
  private static final int TRY_AGAIN_LATER = 1013;
  private static final Pattern RETRY = Pattern.compile("(?i)retry");

  private ConnectionEndDiagnosis() {}

  public static FindingKind kind(ConnectionEnd end, CloseCodes codes) {
    return switch (end) {
      case ConnectionEnd.CloseFrame(int code, String reason) -> kind(code, reason, codes);
      case ConnectionEnd.ProtocolViolation _ -> FindingKind.PROTOCOL_ERROR;
      case ConnectionEnd.StreamEnd _,
          ConnectionEnd.Reset _,
          ConnectionEnd.FramingEnd _,
          ConnectionEnd.CloseTimeout _ ->
          FindingKind.DROPPED;
    };
  }

  /** Wording to follow "the connection was". */
  public static String describe(ConnectionEnd end, CloseCodes codes) {
    return switch (end) {
      case ConnectionEnd.CloseFrame(int code, String reason) ->
          "closed by the server with "
              + code
              + (reason.isBlank() ? "" : " " + Excerpt.quoted(reason))
              + Optional.ofNullable(codes.meanings().get(code)).map(": "::concat).orElse("");
      case ConnectionEnd.StreamEnd() -> "ended without a close frame (1006)";
      case ConnectionEnd.Reset() -> "reset (1006)";
      case ConnectionEnd.FramingEnd(String what) -> "given up by us: " + what;
      case ConnectionEnd.ProtocolViolation(String message) ->
          "closed by us after a protocol violation: " + message;
      case ConnectionEnd.CloseTimeout() -> "closed by us, and the server did not answer";
    };
  }

  private static FindingKind kind(int code, String reason, CloseCodes codes) {
    boolean later =
        code == TRY_AGAIN_LATER
            || RefusalEvidence.saysLater(reason)
            || (code == POLICY && RETRY.matcher(reason).find());
    if (later) {
      return FindingKind.SHED;
    }
    boolean auth =
        code == 4401
            || code == 4403
            || codes.refused().contains(code)
            || (code >= POLICY && RefusalEvidence.refusesUser(reason));
    return auth ? FindingKind.AUTH_REFUSED : FindingKind.DROPPED;
  }
}

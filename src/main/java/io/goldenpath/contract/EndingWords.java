package io.goldenpath.contract;

import io.goldenpath.probe.Ending;
import io.goldenpath.probe.FindingKind;
import java.util.regex.Pattern;

/** What the end of a connection is evidence of, and how a person would say it. */
final class EndingWords {

  private static final Pattern AUTH =
      Pattern.compile("(?i)\\bauth|token|unauthori[sz]ed|forbidden|credential|jwt");
  private static final Pattern LATER =
      Pattern.compile("(?i)retry|rate limit|too many|try again|temporarily|overload");

  private EndingWords() {}

  static FindingKind kind(Ending ending) {
    return switch (ending) {
      case Ending.CloseFrame(int code, _) when code == 1013 -> FindingKind.SHED;
      case Ending.CloseFrame(int code, _) when code == 4401 || code == 4403 ->
          FindingKind.AUTH_REFUSED;
      case Ending.CloseFrame(_, String reason) when LATER.matcher(reason).find() ->
          FindingKind.SHED;
      case Ending.CloseFrame(int code, String reason)
          when code >= 1008 && AUTH.matcher(reason).find() ->
          FindingKind.AUTH_REFUSED;
      case Ending.Violation _ -> FindingKind.PROTOCOL_ERROR;
      case Ending.CloseFrame _, Ending.StreamEnd _, Ending.Reset _, Ending.Unanswered _ ->
          FindingKind.DROPPED;
    };
  }

  static String describe(Ending ending) {
    return switch (ending) {
      case Ending.CloseFrame(int code, String reason) ->
          "closed by the server with " + code + (reason.isBlank() ? "" : " \"" + reason + "\"");
      case Ending.StreamEnd() -> "ended without a close frame (1006)";
      case Ending.Reset() -> "reset (1006)";
      case Ending.Violation(String message) -> "given up: the server sent " + message;
      case Ending.Unanswered() -> "closed by us, and the server did not answer";
    };
  }
}

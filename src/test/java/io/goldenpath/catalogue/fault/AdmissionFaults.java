package io.goldenpath.catalogue.fault;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ErrorChanges;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.RefusalReason;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;
import io.goldenpath.demo.script.WelcomeScript;

/** How users are turned away after the upgrade, before they are welcome. */
public final class AdmissionFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour TOKEN_LOST =
      GROUP.add(
          "token_lost",
          "Finds no token in the upgrade, for something on the way has taken it out.",
          turnedAway("NO_TOKEN", "No JWT token found in WebSocket headers or subprotocols"));

  public static final DemoBehaviour TOKEN_REFUSED =
      GROUP.add(
          "token_refused",
          "Does not accept the token that its own login has just issued.",
          turnedAway("VALIDATION_FAILED", "Token validation failed"));

  public static final DemoBehaviour TOKEN_MISREAD =
      GROUP.add(
          "token_misread",
          "Finds the token in a form that it cannot read.",
          turnedAway("INVALID_FORMAT", "Malformed token"));

  public static final DemoBehaviour AUTH_SERVICE_DOWN =
      GROUP.add(
          "auth_service_down",
          "Cannot ask its login service about the token.",
          turnedAway("AUTH_SERVICE_ERROR", "Auth service unreachable"));

  public static final DemoBehaviour AUTH_FRAME_ALONE =
      GROUP.add(
          "auth_frame_alone",
          "Says that the token is not valid, and leaves the socket open.",
          instead(
              ScriptStep.frame(20, now -> ErrorChanges.authentication("Token is not valid", now))));

  public static final DemoBehaviour REFUSED_1011 =
      GROUP.add(
          "refused_1011",
          "Closes with 1011 and the word auth, without a frame.",
          instead(ScriptStep.close(30, 1011, "SSOT Auth failed")));

  public static final DemoBehaviour REFUSED_1008 =
      GROUP.add(
          "refused_1008",
          "Closes with 1008 and the word auth, without a frame.",
          instead(ScriptStep.close(30, 1008, "Auth failed")));

  public static final DemoBehaviour REFUSED_4401 =
      GROUP.add("refused_4401", "Closes with 4401.", instead(ScriptStep.close(30, 4401, "")));

  public static final DemoBehaviour REFUSED_4403 =
      GROUP.add(
          "refused_4403", "Closes with 4403.", instead(ScriptStep.close(30, 4403, "Forbidden")));

  public static final DemoBehaviour BREAKER_OPEN =
      GROUP.add(
          "breaker_open",
          "Lets nobody in for a while, after too many others were refused.",
          FaultHook.welcome(_ ->
              WelcomeScript.refusing(
                  RefusalReason.BREAKER_OPEN.code(), RefusalReason.BREAKER_OPEN.message())));

  public static final DemoBehaviour SHEDDING =
      GROUP.add(
          "shedding",
          "Closes with 1013: come back later.",
          instead(
              ScriptStep.close(30, 1013, "Service temporarily unavailable - retry in 30 seconds")));

  public static final DemoBehaviour CONNECTIONS_LIMITED =
      GROUP.add(
          "connections_limited",
          "Closes with 1008 and says when to come back.",
          instead(ScriptStep.close(30, 1008, "Rate limit exceeded - retry after 30s")));

  public static final DemoBehaviour CLOSED_AT_ONCE =
      GROUP.add(
          "closed_at_once",
          "Closes with 1011 as soon as the socket is open.",
          instead(ScriptStep.close(0, 1011, "")));

  public static final DemoBehaviour CLOSED_BY_FACTORY =
      GROUP.add(
          "closed_by_factory",
          "Reports that a component failed and closes with 1011.",
          instead(
              ScriptStep.frame(
                  20,
                  now -> ErrorChanges.component(1003, "Factory", "SSOT validation failed", now)),
              ScriptStep.close(30, 1011, "Factory error")));

  public static final DemoBehaviour CLOSED_BY_MIDDLEWARE =
      GROUP.add(
          "closed_by_middleware",
          "Closes with 1011 and the words of an exception.",
          instead(ScriptStep.close(30, 1011, "SessionMiddleware must be installed")));

  public static final DemoBehaviour CLOSED_AS_IF_WELL =
      GROUP.add(
          "closed_as_if_well",
          "Closes with 1000, though nothing went well.",
          instead(ScriptStep.close(30, 1000, "Connection establishment failed - graceful retry")));

  public static final DemoBehaviour CLOSED_FOR_DEPLOY =
      GROUP.add(
          "closed_for_deploy",
          "Goes away with 1001 before the welcome.",
          instead(
              WelcomeScript.heartbeat(15), ScriptStep.close(100, 1001, "Server shutting down")));

  public static final DemoBehaviour CUT_AT_ONCE =
      GROUP.add(
          "cut_at_once", "Ends TCP as soon as the socket is open.", instead(ScriptStep.cut(5)));

  public static final DemoBehaviour CUT_BEFORE_WELCOME =
      GROUP.add(
          "cut_before_welcome",
          "Ends TCP after a heartbeat and before the welcome.",
          instead(WelcomeScript.heartbeat(15), ScriptStep.cut(200)));

  public static final DemoBehaviour CUT_AFTER_WELCOME =
      GROUP.add(
          "cut_after_welcome",
          "Welcomes the user and ends TCP a second later, whatever was asked.",
          new FaultHook.AtWelcome((_, context) ->
              Script.of(
                  ScriptEdits.welcome(15, context.user()),
                  WelcomeScript.heartbeat(5),
                  ScriptStep.cut(1000))));

  private AdmissionFaults() {}

  private static FaultHook instead(ScriptStep... steps) {
    return FaultHook.welcome(_ -> Script.of(steps));
  }

  private static FaultHook turnedAway(String code, String reason) {
    return FaultHook.welcome(_ -> WelcomeScript.refusing(code, reason));
  }
}

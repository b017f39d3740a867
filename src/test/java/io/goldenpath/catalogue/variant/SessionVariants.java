package io.goldenpath.catalogue.variant;

import io.goldenpath.catalogue.change.AdmissionBreaker;
import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.LostRuns;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.DemoReply;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.ScriptStep;

/** Other ways to treat sessions that end, and those that must not begin. */
public final class SessionVariants {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour RESUMES_RUNS =
      GROUP.add(
          "resumes_runs",
          "Goes on with a lost run on the user's next connection.",
          () -> LostRuns.resumed(rest -> rest));

  public static final DemoBehaviour REFUSES_AT_UPGRADE =
      GROUP.add(
          "refuses_at_upgrade",
          "Answers the upgrade with 401 where the token is bad.",
          refusedAtUpgrade(DemoReply.json(401, "{\"detail\":\"Not authenticated\"}")));

  public static final DemoBehaviour REFUSES_WITH_403 =
      GROUP.add(
          "refuses_with_403",
          "Answers the upgrade with 403 where the token is bad.",
          refusedAtUpgrade(DemoReply.bare(403)));

  public static final DemoBehaviour REFUSES_BY_1008 =
      GROUP.add(
          "refuses_by_1008",
          "Closes with 1008 where the token is bad.",
          new FaultHook.AtRefusal(
              (_, _) -> Script.of(ScriptStep.close(20, 1008, "Policy violation"))));

  public static final DemoBehaviour REFUSES_BY_4401 =
      GROUP.add(
          "refuses_by_4401",
          "Closes with 4401 where the token is bad.",
          new FaultHook.AtRefusal((_, _) -> Script.of(ScriptStep.close(20, 4401, ""))));

  public static final DemoBehaviour AUTH_BREAKER =
      GROUP.add(
          "auth_breaker",
          "Lets nobody in for 30 seconds after five bad tokens in a row.",
          SessionVariants::breaker);

  private SessionVariants() {}

  private static FaultHook refusedAtUpgrade(DemoReply reply) {
    return new FaultHook.AtUpgrade((admission, _) -> admission.refusal() != null, reply);
  }

  private static FaultHook breaker() {
    AdmissionBreaker breaker = new AdmissionBreaker();
    return new FaultHook.AtAdmission(_ -> true, breaker::admit);
  }
}

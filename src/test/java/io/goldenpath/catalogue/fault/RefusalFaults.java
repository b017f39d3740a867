package io.goldenpath.catalogue.fault;

import static io.goldenpath.catalogue.change.ScriptEdits.startingWith;

import io.goldenpath.catalogue.change.BehaviourGroup;
import io.goldenpath.catalogue.change.ScriptEdits;
import io.goldenpath.demo.platform.Admission;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.demo.platform.FaultHook;
import io.goldenpath.demo.platform.RefusalReason;
import io.goldenpath.demo.script.DemoUser;
import io.goldenpath.demo.script.Script;
import io.goldenpath.demo.script.WelcomeScript;

/** How intruders are served, and users who have left. */
public final class RefusalFaults {

  public static final BehaviourGroup GROUP = new BehaviourGroup();

  public static final DemoBehaviour ADMITS_WITHOUT_TOKEN =
      GROUP.add(
          "admits_without_token",
          "Lets users in as guests who bring no token.",
          admitting(RefusalReason.MISSING));

  public static final DemoBehaviour ADMITS_GARBAGE =
      GROUP.add(
          "admits_garbage",
          "Lets users in as guests whose token cannot be read.",
          admitting(RefusalReason.GARBAGE));

  public static final DemoBehaviour ADMITS_EXPIRED =
      GROUP.add(
          "admits_expired",
          "Lets users in whose token has run out.",
          admitting(RefusalReason.EXPIRED));

  public static final DemoBehaviour ADMITS_FOREIGN =
      GROUP.add(
          "admits_foreign",
          "Lets users in whose token somebody else has signed.",
          admitting(RefusalReason.FOREIGN));

  public static final DemoBehaviour ADMITS_IN_SILENCE =
      GROUP.add(
          "admits_in_silence",
          "Neither refuses a bad token nor welcomes its user, and leaves the socket open.",
          new FaultHook.AtRefusal((_, _) -> Script.EMPTY));

  public static final DemoBehaviour ANSWERS_INTRUDERS =
      GROUP.add(
          "answers_intruders",
          "Does not welcome the user of a bad token, and answers all the same.",
          new FaultHook.AtRefusal((_, _) -> Script.of(WelcomeScript.reading(0))));

  public static final DemoBehaviour WELCOMES_THEN_REFUSES =
      GROUP.add(
          "welcomes_then_refuses",
          "Welcomes the user of a bad token, and refuses the token only then.",
          new FaultHook.AtRefusal(
              (good, context) -> startingWith(good, ScriptEdits.welcome(20, context.user()))));

  public static final DemoBehaviour DEAF_TO_LOGOUT =
      GROUP.add(
          "deaf_to_logout",
          "Leaves the socket open whose user logs out.",
          new FaultHook.AtLogout());

  private RefusalFaults() {}

  private static FaultHook admitting(RefusalReason reason) {
    return new FaultHook.AtAdmission(
        admission -> admission.refusal() == reason,
        (admission, _) -> new Admission(known(admission.user()), null));
  }

  private static DemoUser known(DemoUser user) {
    return user.name().equals(DemoUser.UNKNOWN) ? DemoUser.guest() : user;
  }
}

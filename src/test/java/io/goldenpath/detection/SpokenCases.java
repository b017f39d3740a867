package io.goldenpath.detection;

import static io.goldenpath.catalogue.fault.EventFaults.FRAME_IS_ARRAY;
import static io.goldenpath.catalogue.fault.EventFaults.FRAME_IS_EMPTY;
import static io.goldenpath.catalogue.fault.EventFaults.FRAME_IS_TEXT;
import static io.goldenpath.catalogue.fault.EventFaults.TYPE_IS_NUMBER;
import static io.goldenpath.catalogue.fault.FabricatedFaults.NO_MODEL;
import static io.goldenpath.catalogue.fault.WelcomeFaults.WELCOME_AFTER_ARRAY;

import io.goldenpath.catalogue.fault.AdmissionFaults;
import io.goldenpath.catalogue.fault.ErrorFaults;
import io.goldenpath.catalogue.fault.EventFaults;
import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.RecoveryFaults;
import io.goldenpath.catalogue.fault.SilenceFaults;
import io.goldenpath.catalogue.fault.WelcomeFaults;
import io.goldenpath.demo.platform.DemoBehaviour;
import java.util.List;

/** The faults as they are walked over each framing, and where they show otherwise. */
final class SpokenCases {

  private static final String ANY_JSON = "any JSON is a message, which may well have no name";

  /** Where described dialects cannot say what the bundled one says. */
  static final List<SpokenDifference> DIFFERENCES =
      List.of(
          new SpokenDifference(WELCOME_AFTER_ARRAY, ANY_JSON),
          new SpokenDifference(FRAME_IS_ARRAY, ANY_JSON),
          new SpokenDifference(TYPE_IS_NUMBER, ANY_JSON),
          new SpokenDifference(FRAME_IS_TEXT, "a text that is no JSON is a message as well"),
          new SpokenDifference(FRAME_IS_EMPTY, "so is an empty one"),
          new SpokenDifference(NO_MODEL, "no key says where a platform admits it"));

  /** Those of every build. */
  static final List<DemoBehaviour> ALWAYS =
      List.of(
          AdmissionFaults.TOKEN_REFUSED,
          WelcomeFaults.WELCOME_AFTER_GARBAGE,
          WelcomeFaults.WELCOME_AFTER_BYTES,
          WelcomeFaults.AGENT_BEFORE_QUESTION,
          FirstFaults.SILENT_AFTER_MESSAGE,
          FirstFaults.DROPPED_MID_RUN,
          FirstFaults.TWICE_THINKING,
          FirstFaults.STRANGERS_ID_ON_TOP,
          FirstFaults.WRONG_SUM,
          SilenceFaults.FALLBACK_ALONE,
          ErrorFaults.TOOL_FAILED,
          EventFaults.TRUNCATED_FRAME,
          RecoveryFaults.RESUMES_WITH_GAP);

  private SpokenCases() {}

  /** Every fault, with what is found of it over each framing. */
  static List<DetectionCase> all() {
    return Catalogue.cases(Catalogue.whole().faults())
        .map(one -> differs(one) ? one.findingNothing() : one)
        .toList();
  }

  private static boolean differs(DetectionCase one) {
    return DIFFERENCES.stream().anyMatch(difference -> difference.fault().equals(one.behaviour()));
  }

  /** Those that this build walks. */
  static List<DetectionCase> walked() {
    return Boolean.getBoolean("thorough")
        ? all()
        : all().stream().filter(one -> ALWAYS.contains(one.behaviour())).toList();
  }
}

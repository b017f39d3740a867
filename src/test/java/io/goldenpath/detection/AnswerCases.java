package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.model.finding.FindingKind.ERROR_ANSWER;
import static io.goldenpath.model.finding.FindingKind.WRONG_ANSWER;
import static io.goldenpath.model.finding.Step.ANSWER;

import io.goldenpath.catalogue.fault.AnswerFaults;
import java.util.stream.Stream;

/** What the monitor says of answers that are none, or wrong. */
final class AnswerCases {

  private AnswerCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(AnswerFaults.BLANK_ANSWER, EMPTY_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.NULL_ANSWER, EMPTY_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.EMPTY_OBJECT_ANSWER, EMPTY_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.BLANK_OBJECT_ANSWER, EMPTY_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.EMPTY_LIST_ANSWER, EMPTY_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.ERROR_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.TRACEBACK_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.APOLOGY_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.COMPLETED_WITHOUT_SUCCESS, ERROR_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.COMPLETED_AS_FAILED, ERROR_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.CODE_LEFT_OUT, WRONG_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.CODE_OF_ANOTHER, WRONG_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.SUM_LEFT_OUT, WRONG_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.SUM_IN_A_LONGER_NUMBER, WRONG_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.ANSWER_TO_ANOTHER_QUESTION, WRONG_ANSWER, ANSWER),
        DetectionCase.of(AnswerFaults.ANSWER_CUT_SHORT, WRONG_ANSWER, ANSWER));
  }
}

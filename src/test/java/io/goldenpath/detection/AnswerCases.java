package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.EMPTY_ANSWER;
import static io.goldenpath.model.finding.FindingKind.ERROR_ANSWER;
import static io.goldenpath.model.finding.FindingKind.WRONG_ANSWER;
import static io.goldenpath.model.finding.Step.ANSWER;

import io.goldenpath.demo.AnswerFault;
import java.util.stream.Stream;

/** What the monitor says of answers that are none, or wrong. */
final class AnswerCases {

  private AnswerCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(AnswerFault.BLANK_ANSWER, EMPTY_ANSWER, ANSWER),
        Case.of(AnswerFault.NULL_ANSWER, EMPTY_ANSWER, ANSWER),
        Case.of(AnswerFault.EMPTY_OBJECT_ANSWER, EMPTY_ANSWER, ANSWER),
        Case.of(AnswerFault.BLANK_OBJECT_ANSWER, EMPTY_ANSWER, ANSWER),
        Case.of(AnswerFault.EMPTY_LIST_ANSWER, EMPTY_ANSWER, ANSWER),
        Case.of(AnswerFault.ERROR_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        Case.of(AnswerFault.TRACEBACK_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        Case.of(AnswerFault.APOLOGY_FOR_ANSWER, ERROR_ANSWER, ANSWER),
        Case.of(AnswerFault.COMPLETED_WITHOUT_SUCCESS, ERROR_ANSWER, ANSWER),
        Case.of(AnswerFault.COMPLETED_AS_FAILED, ERROR_ANSWER, ANSWER),
        Case.of(AnswerFault.CODE_LEFT_OUT, WRONG_ANSWER, ANSWER),
        Case.of(AnswerFault.CODE_OF_ANOTHER, WRONG_ANSWER, ANSWER),
        Case.of(AnswerFault.SUM_LEFT_OUT, WRONG_ANSWER, ANSWER),
        Case.of(AnswerFault.SUM_IN_A_LONGER_NUMBER, WRONG_ANSWER, ANSWER),
        Case.of(AnswerFault.ANSWER_TO_ANOTHER_QUESTION, WRONG_ANSWER, ANSWER),
        Case.of(AnswerFault.ANSWER_CUT_SHORT, WRONG_ANSWER, ANSWER));
  }
}

package io.goldenpath.model.finding;

import static io.goldenpath.model.finding.CauseClass.CONNECTION;
import static io.goldenpath.model.finding.CauseClass.EVENTS;
import static io.goldenpath.model.finding.CauseClass.INTRUDER;
import static io.goldenpath.model.finding.CauseClass.LEAK;
import static io.goldenpath.model.finding.CauseClass.LOGIN;
import static io.goldenpath.model.finding.CauseClass.NO_ANSWER;
import static io.goldenpath.model.finding.CauseClass.WRONG_ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CauseClassTests {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MONITOR_FAULT")
  void everyKindIsALossInEveryStep(FindingKind kind) {
    assertThat(kind.steps()).allSatisfy(step -> assertThat(CauseClass.of(kind, step)).isPresent());
  }

  @ParameterizedTest
  @EnumSource
  void ourOwnFaultIsNoLoss(Step step) {
    assertThat(CauseClass.of(FindingKind.MONITOR_FAULT, step)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyClassStandsForSomething(CauseClass lost) {
    assertThat(FindingKind.values())
        .anySatisfy(kind ->
            assertThat(kind.steps())
                .anySatisfy(step -> assertThat(CauseClass.of(kind, step)).contains(lost)));
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_REFUSED, LOGIN, LOGIN",
    "SHED, LOGIN, LOGIN",
    "DNS_FAILED, LOGIN, LOGIN",
    "DNS_FAILED, CONNECT, CONNECTION",
    "AUTH_REFUSED, WELCOME, CONNECTION",
    "DROPPED, WELCOME, CONNECTION",
    "RECONNECT_FAILED, RECONNECT, CONNECTION",
    "DROPPED, SEND, NO_ANSWER",
    "DROPPED, EVENTS, NO_ANSWER",
    "SILENT, EVENTS, NO_ANSWER",
    "TIMED_OUT, EVENTS, NO_ANSWER",
    "EMPTY_ANSWER, ANSWER, WRONG_ANSWER",
    "FABRICATED, EVENTS, WRONG_ANSWER",
    "MISSING_EVENT, EVENTS, EVENTS",
    "MALFORMED_EVENT, WELCOME, EVENTS",
    "TOO_SLOW, ANSWER, EVENTS",
    "LEAK_IDENTITY, LOGIN, LEAK",
    "DIVERTED, ANSWER, LEAK",
    "UNAUTHORISED_ACCEPTED, CONNECT, INTRUDER"
  })
  void tellsWhatUsersLose(FindingKind kind, Step step, CauseClass lost) {
    assertThat(CauseClass.of(kind, step)).contains(lost);
  }

  @Test
  void nobodyLacksAnAnswerWhereTheRunEndedWell() {
    Finding error =
        Finding.of(
            FindingKind.ERROR_EVENT,
            Step.EVENTS,
            1,
            "a tool failed",
            new Evidence("no error", "one", Duration.ZERO, List.of()));

    assertThat(CauseClass.of(error)).contains(NO_ANSWER);
    assertThat(CauseClass.of(error.withSeverity(Severity.WARNING))).contains(EVENTS);
  }

  @Test
  void hasTheLabelsThatRulesRead() {
    assertThat(CauseClass.values())
        .containsExactly(LOGIN, CONNECTION, NO_ANSWER, WRONG_ANSWER, EVENTS, LEAK, INTRUDER)
        .extracting(CauseClass::label)
        .containsExactly(
            "login", "connection", "no_answer", "wrong_answer", "events", "leak", "intruder");
  }
}

package io.goldenpath.contract;

import static io.goldenpath.contract.Scene.failure;
import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.Reading.Blame;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform itself reports, and how connections end. */
class ErrorsTests {

  private static final Reading GONE = failure("1005: Database gone", Blame.PLATFORM);
  private static final Reading NO_TOKEN = failure("NO_TOKEN: No JWT found", Blame.AUTH);

  @Test
  void isAWarningWhereTheRunThenEndsWell() {
    Scene scene = Scene.connected().after(5, GONE).welcomed().ask().goodRun();

    assertThat(scene.found()).containsExactly("error_event/welcome");
    assertThat(scene.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(scene.sentence()).contains("1005: Database gone", "ended well all the same");
  }

  @Test
  void isAnErrorWhereTheRunEndsBadly() {
    Scene scene = Scene.asked().after(5, GONE).after(100, started()).after(50, thinking());
    scene.after(60, executing()).after(230, executed()).after(90, completed().text(""));

    assertThat(scene.findings())
        .extracting(finding -> finding.kind().label() + " " + finding.severity().label())
        .containsExactly("error_event error", "empty_answer error");
  }

  @Test
  void isTheFindingInPlaceOfSilence() {
    assertThat(Scene.asked().after(50, GONE).found()).containsExactly("error_event/events");
    assertThat(Scene.connected().after(50, GONE).found()).containsExactly("error_event/welcome");
  }

  @Test
  void isNotTheFindingWhereEventsFollowedBeforeTheStall() {
    Scene scene = Scene.asked().after(50, GONE).after(50, started()).after(50, thinking());

    assertThat(scene.found()).containsExactly("error_event/events", "stalled/events");
  }

  @Test
  void isTheFindingInPlaceOfAStall() {
    Scene scene = Scene.asked().after(50, started()).after(50, GONE);

    assertThat(scene.found()).containsExactly("error_event/events");
  }

  @Test
  void endsTheRunWhereItsOwnAgentFailed() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.after(50, failure("agent_error: out of memory", Blame.AGENT, "supervisor", "run_1"));
    scene.after(499);
    assertThat(scene.judgement().over()).isFalse();
    scene.after(1);

    assertThat(scene.judgement().over()).isTrue();
    assertThat(scene.found()).containsExactly("error_event/events");
    assertThat(scene.sentence())
        .isEqualTo("The agent supervisor failed, after the question: agent_error: out of memory");
  }

  @Test
  void doesNotEndTheRunWhereAnotherAgentFailed() {
    Scene scene = Scene.asked().goodUntilTools();
    scene.after(50, failure("agent_error: gave up", Blame.AGENT, "triage", "run_1"));
    scene.after(600, executing()).after(60, executed()).after(70, completed());

    assertThat(scene.found()).containsExactly("error_event/events");
    assertThat(scene.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void hearsAnAnswerThatFollowsAFailureAtOnce() {
    Scene scene = Scene.asked().goodUntilTools().after(50, executing()).after(50, executed());
    scene.after(50, failure("agent_error: retried", Blame.AGENT, "supervisor", "run_1"));

    assertThat(scene.after(100, completed()).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void callsARefusalByFrameAndCloseOneRefusal() {
    Scene scene = Scene.connected().after(5, NO_TOKEN);

    assertThat(scene.after(5, new Ending.CloseFrame(1011, "SSOT Auth failed")).found())
        .containsExactly("auth_refused/welcome");
    assertThat(scene.sentence())
        .isEqualTo("The platform refuses our user, before the question: NO_TOKEN: No JWT found");
    assertThat(Scene.connected().after(5, NO_TOKEN).after(5, new Ending.StreamEnd()).found())
        .containsExactly("auth_refused/welcome");
  }

  @Test
  void callsNothingARefusalThatAWelcomeFollowed() {
    Scene scene = Scene.connected().after(5, NO_TOKEN).welcomed().ask().goodRun();

    assertThat(scene.found()).containsExactly("error_event/welcome");
  }

  @Test
  void callsAnOpenBreakerShed() {
    Reading breaker = failure("AUTH_CIRCUIT_BREAKER_OPEN: later", Blame.OVERLOAD);
    Scene scene = Scene.connected().after(5, breaker);

    assertThat(scene.after(5, new Ending.CloseFrame(1011, "SSOT Auth failed")).found())
        .containsExactly("shed/welcome");
  }

  @Test
  void callsAMessageThatIsRefusedNotUnderstoodOnlyWhereNoRunFollows() {
    Reading format = failure("FORMAT_ERROR: Invalid JSON", Blame.MESSAGE);

    assertThat(Scene.asked().after(5, format).found()).containsExactly("not_understood/send");
    assertThat(Scene.asked().after(5, format).goodRun().found())
        .containsExactly("error_event/events");
  }

  @Test
  void keepsBothFramesOfAContradiction() {
    Scene scene = Scene.asked().after(50, started()).after(40, GONE);
    scene.after(5, new Reading.Notice("connection_recovery", "You can continue chatting"));

    assertThat(scene.after(100, new Ending.StreamEnd()).found())
        .containsExactly("error_event/events", "dropped/events");
    assertThat(scene.findings().getLast().message())
        .endsWith(
            "; it had just said: 1005: Database gone; and then claimed: You can continue chatting");
    assertThat(scene.findings().getLast().evidence().frames()).containsExactly(3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1000 | Connection establishment failed - graceful retry | dropped",
        "1000 | | dropped",
        "1001 | | dropped",
        "1006 | | dropped",
        "1008 | Rate limit exceeded - retry after 12s | shed",
        "1008 | Connection limit, please retry | shed",
        "1008 | Auth failed | auth_refused",
        "1008 | Author limit | dropped",
        "1008 | token limit exceeded | dropped",
        "1008 | Token expired | auth_refused",
        "1011 | SSOT Auth failed | auth_refused",
        "1011 | name 'time' is not defined | dropped",
        "1011 | SessionMiddleware must be installed | dropped",
        "1012 | | dropped",
        "1013 | Service temporarily unavailable | shed",
        "1013 | | shed",
        "4401 | | auth_refused",
        "4403 | | auth_refused",
        "4500 | | dropped"
      })
  void namesACloseByItsEvidence(int code, String reason, String kind) {
    Ending ending = new Ending.CloseFrame(code, reason == null ? "" : reason);

    assertThat(Scene.connected().after(5, ending).found()).containsExactly(kind + "/welcome");
    assertThat(Scene.asked().after(5, ending).found()).containsExactly(kind + "/events");
  }

  @Test
  void saysWhenTheConnectionWasLost() {
    assertThat(Scene.connected().after(40, new Ending.CloseFrame(1011, "")).sentence())
        .isEqualTo(
            "The connection was lost 40 ms after the upgrade, before the welcome: closed by the"
                + " server with 1011");
    assertThat(Scene.connected().welcomed().after(1000, new Ending.StreamEnd()).found())
        .containsExactly("dropped/send");
  }

  @Test
  void callsABrokenProtocolThat() {
    Ending masked = new Ending.Violation("a masked frame");

    assertThat(Scene.asked().after(5, masked).found()).containsExactly("protocol_error/events");
    assertThat(Scene.connected().after(2, NO_TOKEN).after(5, masked).found())
        .containsExactly("auth_refused/welcome", "protocol_error/welcome");
  }
}

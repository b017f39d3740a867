package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.ScriptedConnection.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.ConnectionEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the platform itself reports, and how connections end. */
class ErrorReportsTests {

  private static final FrameContent GONE = failure("1005: Database gone", ErrorCause.PLATFORM);
  private static final FrameContent NO_TOKEN = failure("NO_TOKEN: No JWT found", ErrorCause.AUTH);

  @Test
  void isAWarningWhereTheRunThenEndsWell() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(5, GONE).welcomed().ask().goodRun();

    assertThat(connection.found()).containsExactly("error_event/welcome");
    assertThat(connection.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(connection.onlyMessage()).contains("1005: Database gone", "ended well all the same");
  }

  @Test
  void isAnErrorWhereTheRunEndsBadly() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(5, GONE).after(100, started()).after(50, thinking());
    connection.after(60, executing()).after(230, executed()).after(90, completed().text(""));

    assertThat(connection.findings())
        .extracting(finding -> finding.kind().label() + " " + finding.severity().label())
        .containsExactly("error_event error", "empty_answer error");
  }

  @Test
  void isTheFindingInPlaceOfSilence() {
    assertThat(ScriptedConnection.asked().after(50, GONE).found())
        .containsExactly("error_event/events");
    assertThat(ScriptedConnection.connected().after(50, GONE).found())
        .containsExactly("error_event/welcome");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RATE_LIMIT_EXCEEDED: Too many requests, retry in 60 s | OVERLOAD | shed | The account's quota is spent, the platform says, after the question:
          QUOTA_EXCEEDED: Monthly quota used up | PLATFORM | error_event | The account's quota is spent, the platform says, after the question:
          BREAKER_OPEN: Circuit breaker is open | OVERLOAD | shed | The platform says to come back later, after the question:
          model: rate limit | AGENT | error_event | The agent failed, after the question:
          """)
  void tellsAnAccountsQuotaFromAPlatformsLoad(
      String text, ErrorCause cause, String kind, String beginning) {
    ScriptedConnection connection = ScriptedConnection.asked().after(50, failure(text, cause));

    assertThat(connection.found()).containsExactly(kind + "/events");
    assertThat(connection.onlyMessage()).startsWith(beginning + " " + text);
  }

  @Test
  void tellsOfAQuotaInACloseFrame() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(5, new ConnectionEnd.CloseFrame(1008, "daily quota exceeded, try again later"));

    assertThat(connection.onlyMessage())
        .startsWith("The account's quota is spent, the platform says: ");
  }

  @Test
  void isNotTheFindingWhereEventsFollowedBeforeTheStall() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(50, GONE).after(50, started()).after(50, thinking());

    assertThat(connection.found()).containsExactly("error_event/events", "stalled/events");
  }

  @Test
  void isTheFindingInPlaceOfAStall() {
    ScriptedConnection connection = ScriptedConnection.asked().after(50, started()).after(50, GONE);

    assertThat(connection.found()).containsExactly("error_event/events");
  }

  @Test
  void endsTheRunWhereItsOwnAgentFailed() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.after(
        50, failure("agent_error: out of memory", ErrorCause.AGENT, "supervisor", "run_1"));
    connection.after(499);
    assertThat(connection.judgement().over()).isFalse();
    connection.after(1);

    assertThat(connection.judgement().over()).isTrue();
    assertThat(connection.found()).containsExactly("error_event/events");
    assertThat(connection.onlyMessage())
        .isEqualTo("The agent supervisor failed, after the question: agent_error: out of memory");
  }

  @Test
  void doesNotEndTheRunWhereAnotherAgentFailed() {
    ScriptedConnection connection = ScriptedConnection.asked().goodUntilTools();
    connection.after(50, failure("agent_error: gave up", ErrorCause.AGENT, "triage", "run_1"));
    connection.after(600, executing()).after(60, executed()).after(70, completed());

    assertThat(connection.found()).containsExactly("error_event/events");
    assertThat(connection.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void hearsAnAnswerThatFollowsAFailureAtOnce() {
    ScriptedConnection connection =
        ScriptedConnection.asked().goodUntilTools().after(50, executing()).after(50, executed());
    connection.after(50, failure("agent_error: retried", ErrorCause.AGENT, "supervisor", "run_1"));

    assertThat(connection.after(100, completed()).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void callsARefusalByFrameAndCloseOneRefusal() {
    ScriptedConnection connection = ScriptedConnection.connected().after(5, NO_TOKEN);

    assertThat(connection.after(5, new ConnectionEnd.CloseFrame(1011, "SSOT Auth failed")).found())
        .containsExactly("auth_refused/welcome");
    assertThat(connection.onlyMessage())
        .isEqualTo("Sign-in rejected after connect: NO_TOKEN: No JWT found");
    assertThat(
            ScriptedConnection.connected()
                .after(5, NO_TOKEN)
                .after(5, new ConnectionEnd.StreamEnd())
                .found())
        .containsExactly("auth_refused/welcome");
  }

  @Test
  void callsNothingARefusalThatAWelcomeFollowed() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(5, NO_TOKEN).welcomed().ask().goodRun();

    assertThat(connection.found()).containsExactly("error_event/welcome");
  }

  @Test
  void callsAnOpenBreakerShed() {
    FrameContent breaker = failure("AUTH_CIRCUIT_BREAKER_OPEN: later", ErrorCause.OVERLOAD);
    ScriptedConnection connection = ScriptedConnection.connected().after(5, breaker);

    assertThat(connection.after(5, new ConnectionEnd.CloseFrame(1011, "SSOT Auth failed")).found())
        .containsExactly("shed/welcome");
  }

  @Test
  void callsAMessageThatIsRefusedNotUnderstoodOnlyWhereNoRunFollows() {
    FrameContent format = failure("FORMAT_ERROR: Invalid JSON", ErrorCause.MESSAGE);

    assertThat(ScriptedConnection.asked().after(5, format).found())
        .containsExactly("not_understood/send");
    assertThat(ScriptedConnection.asked().after(5, format).goodRun().found())
        .containsExactly("error_event/events");
  }

  @Test
  void keepsBothFramesOfAContradiction() {
    ScriptedConnection connection = ScriptedConnection.asked().after(50, started()).after(40, GONE);
    connection.after(
        5, new FrameContent.Notice("connection_recovery", "You can continue chatting"));

    assertThat(connection.after(100, new ConnectionEnd.StreamEnd()).found())
        .containsExactly("error_event/events", "dropped/events");
    assertThat(connection.findings().getLast().message())
        .endsWith(
            "; last error: 1005: Database gone; last connection notice: You can continue chatting");
    assertThat(connection.findings().getLast().evidence().frames()).containsExactly(3, 4);
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
    ConnectionEnd end = new ConnectionEnd.CloseFrame(code, reason == null ? "" : reason);

    assertThat(ScriptedConnection.connected().after(5, end).found())
        .containsExactly(kind + "/welcome");
    assertThat(ScriptedConnection.asked().after(5, end).found()).containsExactly(kind + "/events");
  }

  @Test
  void saysWhenTheConnectionWasLost() {
    assertThat(
            ScriptedConnection.connected()
                .after(40, new ConnectionEnd.CloseFrame(1011, ""))
                .onlyMessage())
        .isEqualTo(
            "The connection was lost 40 ms after the upgrade, before the welcome: closed by the"
                + " server with 1011");
    assertThat(
            ScriptedConnection.connected()
                .welcomed()
                .after(1000, new ConnectionEnd.StreamEnd())
                .found())
        .containsExactly("dropped/send");
  }

  @Test
  void callsABrokenProtocolThat() {
    ConnectionEnd masked = new ConnectionEnd.ProtocolViolation("a masked frame");

    assertThat(ScriptedConnection.asked().after(5, masked).found())
        .containsExactly("protocol_error/events");
    assertThat(ScriptedConnection.connected().after(2, NO_TOKEN).after(5, masked).found())
        .containsExactly("auth_refused/welcome", "protocol_error/welcome");
  }
}

package io.goldenpath.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.SampleEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until the question is sent. */
class WelcomePhaseTests {

  @Test
  void missesAWelcomeThatHeartbeatsDoNotReplace() {
    ScriptedConnection connection = ScriptedConnection.connected().heartbeat(200).heartbeat(200);

    assertThat(connection.found()).containsExactly("welcome_missing/welcome");
    assertThat(connection.onlyMessage())
        .isEqualTo("The socket opened, but no welcome came within 800 ms (2 heartbeats did)");
  }

  @Test
  void countsTheFramesThatTheDialectDoesNotUnderstand() {
    ScriptedConnection connection =
        ScriptedConnection.connected()
            .after(50, new FrameContent.Unknown("hello"))
            .heartbeat(200)
            .heartbeat(1);

    assertThat(connection.onlyMessage())
        .isEqualTo(
            "The socket opened, but no welcome came within 800 ms (2 heartbeats did);"
                + " 1 frame, none understood: 1× hello (is the target's dialect right?"
                + " docs/dialects.md, 'When nothing is understood')");
  }

  @Test
  void waitsNoLongerOnceTheFramingRefuses() {
    ScriptedConnection refused =
        ScriptedConnection.connected().after(30, refusal("not authorized", ErrorCause.AUTH));
    assertThat(refused.judgement().over()).isTrue();
    assertThat(refused.found()).containsExactly("auth_refused/welcome");

    ScriptedConnection unknown =
        ScriptedConnection.connected().after(30, refusal("no namespace", ErrorCause.PROTOCOL));
    assertThat(unknown.judgement().over()).isTrue();
    assertThat(unknown.found()).containsExactly("protocol_error/welcome");
    assertThat(unknown.onlyMessage())
        .isEqualTo(
            "The server refuses by the rules of its protocol, before the question: no namespace");
  }

  @Test
  void endsWithARefusalByTheFramingWheneverThatComes() {
    ScriptedConnection welcomed =
        ScriptedConnection.connected()
            .welcomed()
            .after(30, refusal("no such destination", ErrorCause.PROTOCOL));
    assertThat(welcomed.judgement().over()).isTrue();
    assertThat(welcomed.found()).containsExactly("protocol_error/send");

    ScriptedConnection asked =
        ScriptedConnection.asked()
            .goodUntilTools()
            .after(30, refusal("message too large", ErrorCause.PROTOCOL))
            .after(600);
    assertThat(asked.judgement().over()).isTrue();
    assertThat(asked.found()).containsExactly("protocol_error/events");
    assertThat(asked.onlyMessage())
        .isEqualTo(
            "The server refuses by the rules of its protocol, after the question: message too"
                + " large");
  }

  @Test
  void callsALateWelcomeSlow() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(400).welcomed().ask().goodRun();

    assertThat(connection.found()).containsExactly("too_slow/welcome");
  }

  @Test
  void takesAnInitialisationThatFailedForADegradedServiceEvenWhereAWelcomeFollows() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(5, new FrameContent.Degraded("initialization_failed"));

    assertThat(connection.welcomed().ask().goodRun().found())
        .containsExactly("degraded_service/welcome");
  }

  @Test
  void objectsToEventsBeforeAnythingWasAsked() {
    ScriptedConnection connection =
        ScriptedConnection.connected()
            .welcomed()
            .after(5, SampleEvent.thinking().run("x"))
            .ask()
            .goodRun();

    assertThat(connection.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  void objectsToFramesThatCannotBeRead() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(5, new FrameContent.Unreadable("it is binary"));

    assertThat(connection.welcomed().ask().goodRun().found())
        .containsExactly("malformed_event/welcome");
  }

  @Test
  void doesNotSendWhatTheServerWillNotTake() {
    ScriptedConnection connection =
        ScriptedConnection.connected().after(5, new FrameContent.Ready(100, null, null));

    assertThat(connection.judgement().allowsMessage(100, 6_000_000_000L)).isTrue();
    assertThat(connection.judgement().allowsMessage(101, 6_000_000_000L)).isFalse();
    assertThat(connection.judgement().over()).isTrue();
    assertThat(connection.found()).containsExactly("message_too_large/send");
  }

  @Test
  void ignoresASecondWelcome() {
    assertThat(ScriptedConnection.connected().welcomed().welcomed().ask().goodRun().findings())
        .isEmpty();
    assertThat(
            ScriptedConnection.asked()
                .after(5, new FrameContent.Ready(null, null, null))
                .goodRun()
                .findings())
        .isEmpty();
  }

  @Test
  void reportsTheRunsOwnTimeoutInTheStepInProgress() {
    ScriptedConnection connection = ScriptedConnection.connected().after(100);
    connection.judgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(connection.found()).containsExactly("timed_out/welcome");
  }

  @Test
  void doesNotReportATimeoutThatAnErrorExplains() {
    ScriptedConnection connection =
        ScriptedConnection.connected()
            .after(5, ScriptedConnection.failure("x: down", ErrorCause.PLATFORM));
    connection.judgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(connection.found()).containsExactly("error_event/welcome");
  }

  private static FrameContent refusal(String text, ErrorCause cause) {
    return new FrameContent.Failure(
        text, cause, FrameContent.ErrorSource.FRAMING, new AgentEvent.Ids(null, null));
  }
}

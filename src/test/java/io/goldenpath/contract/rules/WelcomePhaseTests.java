package io.goldenpath.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.SampleEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until the question is sent. */
class WelcomePhaseTests {

  @Test
  void missesAWelcomeThatHeartbeatsDoNotReplace() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().heartbeat(200).heartbeat(200);

    assertThat(scriptedConnection.found()).containsExactly("welcome_missing/welcome");
    assertThat(scriptedConnection.onlyMessage())
        .isEqualTo("The socket opened, but no welcome came within 800 ms (2 heartbeats did)");
  }

  @Test
  void callsALateWelcomeSlow() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().after(400).welcomed().ask().goodRun();

    assertThat(scriptedConnection.found()).containsExactly("too_slow/welcome");
  }

  @Test
  void takesAnInitialisationThatFailedForADegradedServiceEvenWhereAWelcomeFollows() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().after(5, new FrameContent.Degraded("initialization_failed"));

    assertThat(scriptedConnection.welcomed().ask().goodRun().found())
        .containsExactly("degraded_service/welcome");
  }

  @Test
  void objectsToEventsBeforeAnythingWasAsked() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected()
            .welcomed()
            .after(5, SampleEvent.thinking().run("x"))
            .ask()
            .goodRun();

    assertThat(scriptedConnection.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  void objectsToFramesThatCannotBeRead() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().after(5, new FrameContent.Unreadable("it is binary"));

    assertThat(scriptedConnection.welcomed().ask().goodRun().found())
        .containsExactly("malformed_event/welcome");
  }

  @Test
  void doesNotSendWhatTheServerWillNotTake() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected().after(5, new FrameContent.Ready(100, null));

    assertThat(scriptedConnection.userJudgement().allowsMessage(100, 6_000_000_000L)).isTrue();
    assertThat(scriptedConnection.userJudgement().allowsMessage(101, 6_000_000_000L)).isFalse();
    assertThat(scriptedConnection.userJudgement().over()).isTrue();
    assertThat(scriptedConnection.found()).containsExactly("message_too_large/send");
  }

  @Test
  void ignoresASecondWelcome() {
    assertThat(ScriptedConnection.connected().welcomed().welcomed().ask().goodRun().findings())
        .isEmpty();
    assertThat(
            ScriptedConnection.asked()
                .after(5, new FrameContent.Ready(null, null))
                .goodRun()
                .findings())
        .isEmpty();
  }

  @Test
  void reportsTheRunsOwnTimeoutInTheStepInProgress() {
    ScriptedConnection scriptedConnection = ScriptedConnection.connected().after(100);
    scriptedConnection.userJudgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(scriptedConnection.found()).containsExactly("timed_out/welcome");
  }

  @Test
  void doesNotReportATimeoutThatAnErrorExplains() {
    ScriptedConnection scriptedConnection =
        ScriptedConnection.connected()
            .after(5, ScriptedConnection.failure("x: down", ErrorCause.PLATFORM));
    scriptedConnection.userJudgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(scriptedConnection.found()).containsExactly("error_event/welcome");
  }
}

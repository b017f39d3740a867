package io.goldenpath.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.Reading.Blame;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Until the question is sent. */
class GreetingTests {

  @Test
  void missesAWelcomeThatHeartbeatsDoNotReplace() {
    Scene scene = Scene.connected().beat(200).beat(200);

    assertThat(scene.found()).containsExactly("welcome_missing/welcome");
    assertThat(scene.sentence())
        .isEqualTo("The socket opened, but no welcome came within 800 ms (2 heartbeats did)");
  }

  @Test
  void callsALateWelcomeSlow() {
    Scene scene = Scene.connected().after(400).welcomed().ask().goodRun();

    assertThat(scene.found()).containsExactly("too_slow/welcome");
  }

  @Test
  void takesAnInitialisationThatFailedForADegradedServiceEvenWhereAWelcomeFollows() {
    Scene scene = Scene.connected().after(5, new Reading.Degraded("initialization_failed"));

    assertThat(scene.welcomed().ask().goodRun().found())
        .containsExactly("degraded_service/welcome");
  }

  @Test
  void objectsToEventsBeforeAnythingWasAsked() {
    Scene scene = Scene.connected().welcomed().after(5, Told.thinking().run("x")).ask().goodRun();

    assertThat(scene.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  void objectsToFramesThatCannotBeRead() {
    Scene scene = Scene.connected().after(5, new Reading.Unreadable("it is binary"));

    assertThat(scene.welcomed().ask().goodRun().found()).containsExactly("malformed_event/welcome");
  }

  @Test
  void doesNotSendWhatTheServerWillNotTake() {
    Scene scene = Scene.connected().after(5, new Reading.Ready(100, null));

    assertThat(scene.judgement().fits(100, 6_000_000_000L)).isTrue();
    assertThat(scene.judgement().fits(101, 6_000_000_000L)).isFalse();
    assertThat(scene.judgement().over()).isTrue();
    assertThat(scene.found()).containsExactly("message_too_large/send");
  }

  @Test
  void ignoresASecondWelcome() {
    assertThat(Scene.connected().welcomed().welcomed().ask().goodRun().findings()).isEmpty();
    assertThat(Scene.asked().after(5, new Reading.Ready(null, null)).goodRun().findings())
        .isEmpty();
  }

  @Test
  void reportsTheRunsOwnTimeoutInTheStepInProgress() {
    Scene scene = Scene.connected().after(100);
    scene.judgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(scene.found()).containsExactly("timed_out/welcome");
  }

  @Test
  void doesNotReportATimeoutThatAnErrorExplains() {
    Scene scene = Scene.connected().after(5, Scene.failure("x: down", Blame.PLATFORM));
    scene.judgement().timedOut(Duration.ofMillis(100), 5_100_000_000L);

    assertThat(scene.found()).containsExactly("error_event/welcome");
  }
}

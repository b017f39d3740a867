package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What it is called when nothing comes any more. */
class SilenceDiagnosisTests {

  @Test
  @Tag("mission-critical")
  void callsARunWithoutAnyEventSilent() {
    ScriptedConnection connection = ScriptedConnection.asked().heartbeat(300).heartbeat(300);

    assertThat(connection.found()).containsExactly("silent/events");
    assertThat(connection.onlyMessage()).contains("2 heartbeats", "no agent event", "1 s");
  }

  @Test
  void countsTheFramesThatTheDialectDoesNotUnderstand() {
    ScriptedConnection connection = ScriptedConnection.asked();
    for (int i = 0; i < 8; i++) {
      connection.after(50, new FrameContent.Unknown("token"));
    }
    connection.after(50, new FrameContent.Unknown("done"));

    assertThat(connection.found()).containsExactly("silent/events");
    assertThat(connection.onlyMessage())
        .endsWith(
            "; 9 frames, none understood: 8× token, 1× done (is the target's dialect right?"
                + " docs/dialects.md, 'When nothing is understood')");
    assertThat(connection.findings().getFirst().evidence().seen())
        .startsWith("9 frames, none understood: 8× token, 1× done");
  }

  @Test
  void namesTheMostFrequentOfManyUnknownTypes() {
    UnknownFrames unknown = new UnknownFrames();
    for (int type = 0; type < 100; type++) {
      unknown.add("type" + type);
    }
    unknown.add("");
    unknown.add("type7");

    assertThat(unknown.text())
        .isEqualTo(
            "102 frames, none understood: 2× type7, 1× type0, 1× type1, 1× type2, 1× type3"
                + " and others");
  }

  @Test
  void countsWhatTheDialectTakesForNoiseToo() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(50, new FrameContent.Unknown("t".repeat(1000)))
            .after(50, new FrameContent.Notice("status"))
            .after(50, new FrameContent.Notice("status"))
            .after(50, new FrameContent.Notice(""));

    assertThat(connection.findings().getFirst().evidence().seen())
        .matches(
            "1 frame, none understood: 1× t{20,40}…?; 3 frames, all noise to the dialect:"
                + " 2× status, 1× without a type, and 0 heartbeats");
    assertThat(
            ScriptedConnection.asked()
                .after(50, started())
                .after(50, new FrameContent.Notice("title"))
                .onlyMessage())
        .contains("The agent stalled", "1 frame, all noise to the dialect: 1× title");
  }

  @Test
  @Tag("mission-critical")
  void callsARunThatStopsStalledAndNothingElse() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking()).heartbeat(600);

    assertThat(connection.found()).containsExactly("stalled/events");
    assertThat(connection.onlyMessage()).contains("1.20 s", "after agent_thinking", "1 heartbeat");
  }

  @Test
  void waitsForAToolByTheToolsOwnLimit() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    connection.after(100, executing()).after(1300);
    assertThat(connection.judgement().over()).isFalse();

    assertThat(connection.found()).containsExactly("stalled/events");
    assertThat(connection.onlyMessage()).contains("1.50 s", "the tool calculator was announced");
  }

  @Test
  void doesNotCallARunStalledThatGoesOnWhileAToolStaysOpen() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, started()).after(100, thinking());
    connection.after(100, executing());
    for (int i = 0; i < 3; i++) {
      connection.after(800, thinking().saying("step " + i));
    }
    connection.after(100, executed()).after(100, completed());

    assertThat(connection.found()).containsExactly("late_event/events");
  }

  @Test
  void callsARunThatTalksPastTheAnswersLimitTimedOut() {
    ScriptedConnection connection = ScriptedConnection.asked().after(100, started());
    for (int i = 0; i < 9; i++) {
      connection.after(690, thinking().saying("thought " + i));
    }

    assertThat(connection.found()).containsExactly("timed_out/events");
    assertThat(connection.onlyMessage()).contains("6 s", "goes on", "agent_thinking");
  }

  @Test
  void callsAnAgentResponseAloneStalled() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Here you are", false));

    assertThat(connection.found()).containsExactly("stalled/events");
  }

  @Test
  void callsACannedAgentResponseDegradedBesides() {
    ScriptedConnection connection =
        ScriptedConnection.asked().after(100, new FrameContent.Response("Come back later", true));

    assertThat(connection.found()).containsExactly("degraded_service/events", "stalled/events");
  }

  @Test
  void callsAnAcknowledgementOfTheQuestionsTypeAloneNotUnderstood() {
    assertThat(ScriptedConnection.asked().after(20, new FrameContent.Ack(true)).found())
        .containsExactly("not_understood/send");
    assertThat(ScriptedConnection.asked().after(20, new FrameContent.Ack(false)).found())
        .containsExactly("silent/events");
    assertThat(
            ScriptedConnection.asked().after(20, new FrameContent.Ack(true)).goodRun().findings())
        .isEmpty();
  }
}

package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.Reading.Blame;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.ToolUse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose an event is: our run's, an earlier one's, a stranger's. */
class OwnershipTests {

  @Test
  void ignoresEventsOfRunsThatTheUserStartedEarlier() {
    Scene scene = Scene.asked(Scene.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    scene.after(10, thinking().run("old")).after(10, completed().run("old")).goodRun();

    assertThat(scene.after(10, thinking().run("old")).findings()).isEmpty();
    assertThat(scene.judgement().run()).contains("run_1");
  }

  @Test
  void ignoresEventsOfEarlierRunsBeforeTheQuestionToo() {
    Scene scene = new Scene(Scene.promise(Contract.DEFAULT, ToolUse.REQUIRED, "old"));
    scene.after(10, completed().run("old")).welcomed().ask().goodRun();

    assertThat(scene.findings()).isEmpty();
  }

  @Test
  void neverTakesARunForOursThatWasSeenBeforeTheQuestion() {
    Scene scene = Scene.connected().welcomed().after(5, thinking().run("early")).ask();
    scene.after(10, completed().run("early").text("done")).goodRun();

    assertThat(scene.found()).containsExactly("unexpected_event/welcome");
  }

  @Test
  @Tag("mission-critical")
  void callsAnEventOfAnotherRunWrongAndNothingElse() {
    Scene scene = Scene.asked().goodUntilTools().after(5, executing().run("other"));
    scene.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("wrong_run/events");
    assertThat(scene.sentence())
        .isEqualTo("An event of another run came on our connection (run other): tool_executing");
  }

  @Test
  void knowsItsOwnRunByTheAnswerWhereAStrangersComesFirst() {
    Scene scene =
        Scene.asked().after(10, started().run("other")).after(10, thinking().run("other"));
    scene.after(10, completed().run("other").text("Bananas")).goodRun();

    assertThat(scene.found()).containsExactly("wrong_run/events");
    assertThat(scene.sentence()).startsWith("3 events of another run");
    assertThat(scene.judgement().run()).contains("run_1");
  }

  @Test
  void callsAnEventOfAnotherThreadWrong() {
    Scene scene = Scene.asked().after(100, started().thread("t1"));
    scene.after(100, thinking().thread("t2").saying("x")).after(20, thinking().thread("t1"));
    scene.after(60, executing()).after(230, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("wrong_run/events");
  }

  @Test
  void takesEventsForOursThatNameOnlyTheThreadOfOurRun() {
    Scene scene = Scene.asked().after(100, started().run(null).thread("t1"));
    scene.after(100, thinking().thread("t1")).after(60, executing().run(null).thread("t1"));
    scene.after(230, executed().run(null)).after(90, completed());

    assertThat(scene.findings()).isEmpty();
    assertThat(scene.judgement().run()).contains("run_1");
  }

  @Test
  void doesNotMissAnEventThatCameUnderAnotherRunsId() {
    Scene scene = Scene.asked().after(100, started()).after(140, thinking().run("other"));
    scene.after(60, executing().run("other")).after(230, executed()).after(90, completed());

    assertThat(scene.found()).containsExactly("wrong_run/events");
  }

  @Test
  void doesNotMissAnEventThatCameAsAnotherUsers() {
    Scene scene = Scene.asked().after(100, started());
    scene.of("user-2", 140, new Reading.Event(thinking().event()));
    scene.of("user-2", 60, new Reading.Event(executing().event()));

    assertThat(scene.after(230, executed()).after(90, completed()).found())
        .containsExactly("leak_identity/events");
    assertThat(scene.findings().getFirst().severity()).isEqualTo(Severity.CRITICAL);
    assertThat(scene.sentence()).startsWith("LEAK: 2 frames name another user");
  }

  @Test
  void findsAnotherUsersNameInTheWelcomeAndGoesOn() {
    Scene scene = Scene.connected().of("user-2", 20, new Reading.Ready(null, null)).ask().goodRun();

    assertThat(scene.found()).containsExactly("leak_identity/welcome");
  }

  @Test
  void acceptsFramesThatNameOurUser() {
    Scene scene = Scene.asked().of("user-1", 20, new Reading.Heartbeat(null)).goodRun();

    assertThat(scene.findings()).isEmpty();
  }

  @Test
  void doesNotEndWithTheFailureOfAnotherRunsAgent() {
    Scene scene = Scene.asked().after(100, started());
    scene.after(10, Scene.failure("agent_error: x", Blame.AGENT, "supervisor", "other"));
    scene.after(100, thinking()).after(60, executing()).after(230, executed());

    assertThat(scene.after(90, completed()).found()).containsExactly("wrong_run/events");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void findsOneStrangerAtAnyPlaceAndNothingElse(int place) {
    Told[] run = {started(), thinking(), executing(), executed(), completed()};
    int[] gaps = {110, 140, 60, 230, 90};
    Scene scene = Scene.asked();
    for (int i = 0; i < run.length; i++) {
      if (i == place) {
        scene.after(3, started().run("other"));
      }
      scene.after(gaps[i], run[i]);
    }
    if (place == run.length) {
      scene.after(3, completed().run("other").text("Bananas"));
    }

    assertThat(scene.found()).containsExactly("wrong_run/events");
  }
}

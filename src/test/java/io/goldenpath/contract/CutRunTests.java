package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Ending;
import org.junit.jupiter.api.Test;

/** Runs whose connection is lost, and questions that follow each other on one. */
class CutRunTests {

  @Test
  void judgesARunOverBothConnections() {
    Scene scene = Scene.asked().goodUntilTools().lost(5000);
    scene.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scene.found()).isEmpty();
  }

  @Test
  void holdsTheTimeWithoutAConnectionAgainstNoTool() {
    Scene scene = Scene.asked().goodUntilTools().after(50, executing()).lost(5000);
    scene.after(200, executed()).after(100, completed());

    assertThat(scene.found()).isEmpty();
  }

  @Test
  void missesWhatCameOnNeitherConnection() {
    Scene scene = Scene.asked().after(100, started()).lost(5000);
    scene.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scene.found()).containsExactly("missing_event/events");
  }

  @Test
  void noticesWhatCameOnBoth() {
    Scene scene = Scene.asked().goodUntilTools().lost(5000).after(50, thinking());
    scene.after(100, executing()).after(200, executed()).after(100, completed());

    assertThat(scene.found()).containsExactly("duplicate_event/events");
  }

  @Test
  void waitsForTheRestAsLongAsForAnyEvent() {
    Scene scene = Scene.asked().goodUntilTools().lost(5000);
    scene.after(1100);
    assertThat(scene.judgement().over()).isFalse();
    scene.after(100);
    assertThat(scene.judgement().over()).isTrue();

    assertThat(scene.found()).containsExactly("stalled/events");
  }

  @Test
  void waitsForTheFirstEventAfterAConnectionThatWasLostBeforeIt() {
    Scene scene = Scene.asked().after(900).lost(5000).after(900);

    assertThat(scene.judgement().over()).isFalse();
  }

  @Test
  void owesNothingToAUserWhoLeaves() {
    Scene scene = Scene.asked().goodUntilTools().after(50, executing()).left();

    assertThat(scene.judgement().over()).isTrue();
    assertThat(scene.found()).isEmpty();
  }

  @Test
  void holdsAgainstTheRunWhatCameBeforeTheUserLeft() {
    Scene scene = Scene.asked().after(100, started()).after(50, executing()).left();

    assertThat(scene.found()).containsExactly("missing_event/events");
  }

  @Test
  void isNotEndedByACutThatIsAwaited() {
    Scene scene = Scene.asked();
    scene.judgement().awaitCut();
    scene.goodUntilTools().after(10, new Ending.CloseFrame(1001, "Going away"));

    assertThat(scene.judgement().over()).isFalse();
    assertThat(scene.judgement().cut()).contains(new Ending.CloseFrame(1001, "Going away"));
    assertThat(scene.judgement().findings()).isEmpty();
  }

  @Test
  void isEndedByACutThatAsksToBeLeftAlone() {
    Scene scene = Scene.asked();
    scene.judgement().awaitCut();
    scene.goodUntilTools().after(10, new Ending.CloseFrame(1013, "Try again later"));

    assertThat(scene.found()).containsExactly("shed/events");
  }

  @Test
  void isEndedByASecondCut() {
    Scene scene = Scene.asked();
    scene.judgement().awaitCut();
    scene.goodUntilTools().after(10, new Ending.StreamEnd()).lost(500);
    scene.after(10, new Ending.StreamEnd());

    assertThat(scene.found()).containsExactly("dropped/events");
  }

  @Test
  void askedAgainTakesNoEventOfTheRunBefore() {
    Scene first = Scene.asked().goodUntilTools().left();
    Scene next = first.again(Scene.QUESTION);
    next.after(10, executing()).after(10, completed());
    next.after(20, started().run("run_2")).after(20, thinking().run("run_2"));
    next.after(20, executing().run("run_2")).after(20, executed().run("run_2"));
    next.after(20, completed().run("run_2"));

    assertThat(next.found()).isEmpty();
  }
}

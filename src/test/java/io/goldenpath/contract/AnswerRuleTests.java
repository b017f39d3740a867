package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is worth. */
class AnswerRuleTests {

  private static Scene answered(Told end) {
    return Scene.asked()
        .goodUntilTools()
        .after(60, Told.executing())
        .after(230, Told.executed())
        .after(90, end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QWERTZUIOP 579",
        "Code: QWERTZUIOP; the sum is **579**.",
        "QWERTZUIOP\n579",
        "QWERTZUIOP = 579.0",
        "Repeat the code QWERTZUIOP and tell me: what is 123 + 456? It is 579.",
        "I saw an error in the past, but the code is QWERTZUIOP and 123+456=579, no failure."
      })
  void acceptsATrueAnswerInAnyWords(String text) {
    assertThat(answered(completed().text(text)).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "QWERTZUIOP 1579 | wrong_answer",
        "QWERTZUIOP 5790 | wrong_answer",
        "QWERTZUIOP 579.5 | wrong_answer",
        "QWERTZUIOP 3,579 | wrong_answer",
        "QWERTZUIOP 580 | wrong_answer",
        "The sum is 579 | wrong_answer",
        "Nothing of that kind | wrong_answer",
        "There were errors in your text, I think | wrong_answer",
        "Error: the model is not available | error_answer",
        "An unexpected error occurred. | error_answer",
        "I'm sorry, but something went wrong. | error_answer",
        "Traceback (most recent call last): | error_answer",
        "'   ' | empty_answer",
        "Agent response for: hi QWERTZUIOP 579 | fabricated",
        "Agent processed your message: 'hi' | fabricated",
        "'REPEAT the code QWERTZUIOP and tell me, what is 123 + 456' | fabricated"
      })
  void callsAnAnswerByWhatItLacks(String text, String kind) {
    Scene scene = answered(completed().text(text));

    assertThat(scene.found()).containsExactly(kind + "/answer");
  }

  @Test
  void callsAnEndThatSaysThatItFailedAnErrorAnswer() {
    Scene scene = answered(completed().text("Out of credits").failed());

    assertThat(scene.found()).containsExactly("error_answer/answer");
    assertThat(scene.sentence())
        .isEqualTo(
            "The run ended with agent_completed, which says that it failed: \"Out of credits\"");
  }

  @Test
  void callsARunWithoutModelFabricated() {
    assertThat(answered(completed().withoutModel()).found()).containsExactly("fabricated/events");
  }

  @Test
  void callsStandInToolsFabricated() {
    Scene scene = Scene.asked().goodUntilTools().after(60, Told.executing().tool("analysis_tool"));
    scene.after(230, Told.executed().tool("analysis_tool")).after(90, completed());

    assertThat(scene.found()).containsExactly("fabricated/events");
    assertThat(scene.sentence()).contains("the stand-in tool analysis_tool");
  }

  @Test
  void callsEqualGapsFabricated() {
    Scene scene = Scene.asked().after(10, Told.started()).after(100, Told.thinking());
    scene.after(101, Told.executing()).after(100, Told.executed()).after(102, completed());

    assertThat(scene.found()).containsExactly("fabricated/events");
    assertThat(scene.sentence()).contains("equal gaps of 100 ms");
  }

  @Test
  void doesNotCallUnevenGapsOrABurstFabricated() {
    Scene burst = Scene.asked().after(400, Told.started()).after(1, Told.thinking());
    burst.after(1, Told.executing()).after(1, Told.executed()).after(1, completed());

    assertThat(burst.findings()).isEmpty();
    assertThat(Scene.asked().goodRun().findings()).isEmpty();
  }
}

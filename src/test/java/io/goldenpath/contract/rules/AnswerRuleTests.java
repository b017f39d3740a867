package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.SampleEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer is worth. */
class AnswerRuleTests {

  private static ScriptedConnection answered(SampleEvent end) {
    return ScriptedConnection.asked()
        .goodUntilTools()
        .after(60, SampleEvent.executing())
        .after(230, SampleEvent.executed())
        .after(90, end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QWERTZUIOP 579",
        "Code: QWERTZUIOP; the sum is **579**.",
        "QWERTZUIOP\n579",
        "QWERTZUIOP = 579.0",
        "123 + 456: 123.0, 456.0, 579,00 (QWERTZUIOP)",
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
        "QWERTZUIOP 0579 | wrong_answer",
        "QWERTZUIOP 1.0.579 | wrong_answer",
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
        "'REPEAT the code QWERTZUIOP and tell me, what is 123 + 456' | fabricated",
        "'“Repeat the code QWERTZUIOP and tell me: what is 123 + 456?”' | fabricated",
        "'> repeat the code QWERTZUIOP and tell me: what is 123 + 456' | fabricated"
      })
  void callsAnAnswerByWhatItLacks(String text, String kind) {
    ScriptedConnection connection = answered(completed().text(text));

    assertThat(connection.found()).containsExactly(kind + "/answer");
  }

  @Test
  void callsAnEndThatSaysThatItFailedAnErrorAnswer() {
    ScriptedConnection connection = answered(completed().text("Out of credits").failed());

    assertThat(connection.found()).containsExactly("error_answer/answer");
    assertThat(connection.onlyMessage())
        .isEqualTo(
            "The run ended with agent_completed, which says that it failed: \"Out of credits\"");
  }

  @Test
  void callsARunWithoutModelFabricated() {
    assertThat(answered(completed().withoutModel()).found()).containsExactly("fabricated/events");
  }

  @Test
  void callsStandInToolsFabricated() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .goodUntilTools()
            .after(60, SampleEvent.executing().tool("analysis_tool"));
    connection.after(230, SampleEvent.executed().tool("analysis_tool")).after(90, completed());

    assertThat(connection.found()).containsExactly("fabricated/events");
    assertThat(connection.onlyMessage()).contains("the fallback tool analysis_tool");
  }

  @Test
  void callsEqualGapsFabricated() {
    ScriptedConnection connection =
        ScriptedConnection.asked()
            .after(10, SampleEvent.started())
            .after(100, SampleEvent.thinking());
    connection
        .after(101, SampleEvent.executing())
        .after(100, SampleEvent.executed())
        .after(102, completed());

    assertThat(connection.found()).containsExactly("fabricated/events");
    assertThat(connection.onlyMessage()).contains("equal gaps of 100 ms");
  }

  @Test
  void doesNotCallUnevenGapsOrABurstFabricated() {
    ScriptedConnection burst =
        ScriptedConnection.asked()
            .after(400, SampleEvent.started())
            .after(1, SampleEvent.thinking());
    burst.after(1, SampleEvent.executing()).after(1, SampleEvent.executed()).after(1, completed());

    assertThat(burst.findings()).isEmpty();
    assertThat(ScriptedConnection.asked().goodRun().findings()).isEmpty();
  }
}

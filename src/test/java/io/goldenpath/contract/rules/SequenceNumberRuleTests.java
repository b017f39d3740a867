package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.OwnContracts.heard;
import static io.goldenpath.contract.rules.OwnContracts.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.SequenceNumbering;
import io.goldenpath.contract.definition.SequenceNumbering.Scope;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.probe.ToolUse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SequenceNumberRuleTests {

  private static final Question SECOND = new Question("Repeat YXCVBNMASD: 1 + 1?", "YXCVBNMASD", 2);

  @Test
  void followsTheNumbersOfFrames() {
    Contract contract = numbered(SequenceNumbering.ofRun("/seq"));

    assertThat(run(contract, 1, 2, 3, 4, 5).findings()).isEmpty();
    assertThat(run(contract, 1, 2, 4, 5, 6).found()).containsExactly("missing_event/events");
    assertThat(run(contract, 1, 2, 2, 3, 4).found()).containsExactly("duplicate_event/events");
    assertThat(run(contract, 1, 3, 2, 4, 5).found()).containsExactly("out_of_order/events");
  }

  @Test
  void skipsFramesWithoutANumber() {
    Contract contract = numbered(SequenceNumbering.ofRun("/seq"));
    ScriptedConnection connection = run(contract).after(30, started()).after(40, thinking());
    connection.after(70, numbered(executing(), 7)).after(50, executed());

    assertThat(connection.after(33, numbered(completed(), 8)).findings()).isEmpty();
  }

  @Test
  void countsOneMessageThatSaysSeveralThingsOnce() {
    Contract contract = numbered(SequenceNumbering.ofRun("/seq"));
    ScriptedConnection connection = run(contract).after(30, numbered(1)).after(30, numbered(2));
    connection.judgement().frame(numbered(started(), 1), 2, ScriptedConnection.at(90));
    connection.judgement().frame(numbered(thinking(), 2), 3, ScriptedConnection.at(90));

    assertThat(connection.found()).containsExactly("stalled/events");
  }

  @Test
  void knowsStepsOfMoreThanOne() {
    Contract contract = numbered(new SequenceNumbering("/seq", 10, Scope.RUN));

    assertThat(run(contract, 10, 20, 30, 40, 50).findings()).isEmpty();
    assertThat(run(contract, 10, 20, 40, 50, 60).found()).containsExactly("missing_event/events");
    assertThat(run(contract, 10, 20, 25, 35, 45).onlyMessage())
        .isEqualTo(
            "The stream's numbering is broken: the frame with number 25 follows number 20, where"
                + " number 30 is due");
  }

  @Test
  void beginsAnewWithEachQuestion() {
    Contract contract = numbered(SequenceNumbering.ofRun("/seq"));
    ScriptedConnection first = run(contract, 1, 2, 3, 4, 5);

    assertThat(first.findings()).isEmpty();
    assertThat(second(first, 1, 2, 3, 4, 5).findings()).isEmpty();
  }

  @Test
  void goesOnOverTheQuestionsOfAConnectionWhereItIsToldTo() {
    Contract contract = numbered(new SequenceNumbering("/seq", 1, Scope.SOCKET));

    assertThat(second(good(contract), 6, 7, 8, 9, 10).findings()).isEmpty();
    assertThat(second(good(contract), 7, 8, 9, 10, 11).found())
        .containsExactly("missing_event/events");
    assertThat(second(good(contract), 5, 6, 7, 8, 9).found())
        .containsExactly("duplicate_event/events");
    assertThat(second(good(contract), 6, 7, 2, 8, 9).found())
        .containsExactly("out_of_order/events");
  }

  @Test
  void countsFramesOfAConnectionBeforeTheQuestionAndAfterTheEnd() {
    Contract contract = numbered(new SequenceNumbering("/seq", 1, Scope.SOCKET));
    ScriptedConnection welcomed =
        new ScriptedConnection(ScriptedConnection.promise(contract, ToolUse.REQUIRED))
            .after(5, numbered(1))
            .welcomed();

    assertThat(numbers(welcomed.ask(), 3, 4, 5, 6, 7).found())
        .containsExactly("missing_event/events");
    ScriptedConnection over = good(contract);
    over.after(20, numbered(6));
    assertThat(second(over, 7, 8, 9, 10, 11).findings()).isEmpty();
  }

  @Test
  void beginsAnewWithEachConnection() {
    Contract contract = numbered(new SequenceNumbering("/seq", 1, Scope.SOCKET));
    ScriptedConnection connection =
        run(contract).after(30, numbered(started(), 1)).after(40, numbered(thinking(), 2));
    connection.reconnected(50).after(70, numbered(executing(), 1));
    connection.after(50, numbered(executed(), 2)).after(20, numbered(completed(), 3));

    assertThat(connection.findings()).isEmpty();
  }

  private static Contract numbered(SequenceNumbering numbering) {
    return with(
        new Contract.Strictness(Set.of(), Contract.UnknownPolicy.IGNORE, numbering, Map.of()));
  }

  private static ScriptedConnection good(Contract contract) {
    ScriptedConnection connection = run(contract, 1, 2, 3, 4, 5);
    assertThat(connection.findings()).isEmpty();
    return connection;
  }

  private static ScriptedConnection second(ScriptedConnection first, int... numbers) {
    SampleEvent[] sample = {
      started(), thinking(), executing(), executed(), completed().text("YXCVBNMASD is 2")
    };
    return numbers(first.nextQuestion(SECOND), sample, "run_2", numbers);
  }

  private static ScriptedConnection run(Contract contract, int... numbers) {
    return numbers(OwnContracts.run(contract), numbers);
  }

  private static ScriptedConnection numbers(ScriptedConnection connection, int... numbers) {
    SampleEvent[] sample = {started(), thinking(), executing(), executed(), completed()};
    return numbers(connection, sample, "run_1", numbers);
  }

  private static ScriptedConnection numbers(
      ScriptedConnection connection, SampleEvent[] sample, String run, int... numbers) {
    for (int i = 0; i < numbers.length; i++) {
      connection.after(50 + 31 * (i % 3), numbered(sample[i].run(run), numbers[i]));
    }
    return connection;
  }

  private static DecodedFrame numbered(SampleEvent sample, int number) {
    return heard(sample, Map.of("/seq", (long) number));
  }

  private static DecodedFrame numbered(int number) {
    return new DecodedFrame(
        new FrameContent.Notice("status"), Set.of(), null, Map.of("/seq", (long) number)::get);
  }
}

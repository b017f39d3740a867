package io.goldenpath.contract.rules;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;
import static io.goldenpath.contract.rules.ScriptedConnection.asked;
import static io.goldenpath.contract.rules.ScriptedConnection.connected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.ConnectionEnd;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits in which the monitor stood still. */
class StalledWaitTests {

  static Stream<Arguments> waits() {
    return Stream.of(
        wait("welcome_missing/welcome", 800, 0, ScriptedConnection::connected),
        wait("silent/events", 1000, 20, ScriptedConnection::asked),
        wait("stalled/events", 1200, 260, () -> asked().goodUntilTools()),
        wait("stalled/events", 1500, 360, () -> asked().goodUntilTools().after(100, executing())));
  }

  private static Arguments wait(
      String kind, int limit, int from, Supplier<ScriptedConnection> connection) {
    return arguments(kind, limit, from, connection);
  }

  @ParameterizedTest
  @MethodSource("waits")
  void areLongerByAStallOfHalfTheirLimitAtMost(
      String kind, int limit, int from, Supplier<ScriptedConnection> connection) {
    ScriptedConnection stood = connection.get().after(50).stall(limit / 2);

    assertThat(told(stood)).containsExactly(kind);
    assertThat(stood.findings().getFirst().evidence().at())
        .isEqualTo(Duration.ofMillis(from + limit + limit / 2));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void leaveOpenWhatAMoreThanHalfStalledWaitWouldHaveBrought(
      String kind, int limit, int from, Supplier<ScriptedConnection> connection) {
    ScriptedConnection stood = connection.get().after(50).stall(limit / 2 + 1);

    assertThat(told(stood)).containsExactly(kind + "?");
    assertThat(stood.findings().getFirst().evidence().at())
        .isEqualTo(Duration.ofMillis(from + limit + limit / 2));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void areAsLongAsEverWhereTheMonitorStoodStillBefore(
      String kind, int limit, int from, Supplier<ScriptedConnection> connection) {
    ScriptedConnection stood = connection.get();

    assertThat(stood.judgement().deadline().nanos()).isEqualTo(ScriptedConnection.at(from + limit));
    assertThat(told(stood.after(limit).stall(5000))).containsExactly(kind);
  }

  @Test
  void forgiveAnAnswerAStallByStall() {
    assertThat(told(thinkingOnAndOn(200))).containsExactly("timed_out/events");
    assertThat(told(thinkingOnAndOn(500))).containsExactly("timed_out/events?");
  }

  private static ScriptedConnection thinkingOnAndOn(int stall) {
    ScriptedConnection connection = asked().after(100, started());
    for (int i = 0; i < 16; i++) {
      connection.stall(stall).after(690, thinking().saying("thought " + i));
    }
    return connection;
  }

  @Test
  void shareAStallThatLastsFromOneIntoTheNext() {
    ScriptedConnection half = connected().after(100).stall(700);
    ScriptedConnection more = connected().after(100).stall(701);

    assertThat(told(half.after(180).welcomed().ask())).containsExactly("silent/events");
    assertThat(told(more.after(180).welcomed().ask())).containsExactly("silent/events?");
  }

  @Test
  void areNotSlowForAStallAlone() {
    assertThat(told(connected().stall(130).after(410).welcomed().ask().goodRun())).isEmpty();
    assertThat(told(connected().stall(130).after(411).welcomed().ask().goodRun()))
        .containsExactly("too_slow/welcome");
    assertThat(told(connected().stall(200).after(450).welcomed().ask().goodRun()))
        .containsExactly("too_slow/welcome?");
  }

  @Test
  void areNotLateForAStallAlone() {
    assertThat(told(rest(asked().after(100, started()).stall(300), 1000))).isEmpty();
    assertThat(told(rest(asked().after(100, started()).stall(300), 1001)))
        .containsExactly("late_event/events");
    assertThat(told(rest(asked().after(100, started()).stall(400), 1051)))
        .containsExactly("late_event/events?");
  }

  private static ScriptedConnection rest(ScriptedConnection connection, int gap) {
    return connection
        .after(gap, thinking())
        .after(60, executing())
        .after(230, executed())
        .after(90, completed());
  }

  @Test
  void doNotMakeABurstOfWhatWeReadAtOnce() {
    ScriptedConnection connection = asked().after(100, started()).stall(340);

    assertThat(
            told(
                connection
                    .after(340, thinking())
                    .after(1, executing())
                    .after(1, executed())
                    .after(1, completed())))
        .isEmpty();
  }

  @Test
  void listenOnForAsLongAsTheyStoodStill() {
    ScriptedConnection heard = asked().goodRun().stall(200).after(690);

    assertThat(heard.judgement().over()).isFalse();
    assertThat(told(heard)).isEmpty();
  }

  @Test
  void hearWhatCameWhileNobodyListened() {
    ScriptedConnection deaf = asked().goodRun().stall(3000).after(450, thinking().saying("more"));

    assertThat(told(deaf)).containsExactly("after_terminal/events");
    assertThat(asked().goodRun().stall(3000).after(3499).judgement().over()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999})
  void leaveADropInTheSecondAfterALongStallOpen(int later) {
    assertThat(told(dropped(null, 1001, later))).containsExactly("dropped/events?");
    assertThat(told(dropped(Duration.ofSeconds(4), 1001, later))).containsExactly("dropped/events");
    assertThat(told(dropped(Duration.ofMillis(400), 201, later)))
        .containsExactly("dropped/events?");
  }

  @Test
  void holdADropAgainstTheTargetThatCameLaterOrAfterAShortStall() {
    assertThat(told(dropped(null, 1001, 1000))).containsExactly("dropped/events");
    assertThat(told(dropped(null, 1000, 0))).containsExactly("dropped/events");
  }

  private static ScriptedConnection dropped(@Nullable Duration heartbeat, int stall, int later) {
    return connected()
        .after(20, new FrameContent.Ready(null, null, null, heartbeat))
        .ask()
        .goodUntilTools()
        .after(100, executing())
        .stall(stall)
        .after(stall + later, new ConnectionEnd.StreamEnd());
  }

  @Test
  void areOpenWhereTheRunsTimeoutCutsThemShort() {
    assertThat(told(timedOut(6))).containsExactly("timed_out/welcome?");
    assertThat(told(timedOut(5))).containsExactly("timed_out/welcome");
  }

  @Test
  void areOpenInStepsWithoutALimitToo() {
    assertThat(told(timedOutBeforeTheQuestion(6))).containsExactly("timed_out/send?");
    assertThat(told(timedOutBeforeTheQuestion(5))).containsExactly("timed_out/send");
  }

  private static ScriptedConnection timedOutBeforeTheQuestion(int stall) {
    ScriptedConnection connection = connected().stall(stall).welcomed().after(80);
    connection.judgement().timedOut(Duration.ofMillis(100), ScriptedConnection.at(100));
    return connection;
  }

  private static ScriptedConnection timedOut(int stall) {
    ScriptedConnection connection = connected().stall(stall).after(100);
    connection.judgement().timedOut(Duration.ofMillis(100), ScriptedConnection.at(100));
    return connection;
  }

  /** With a question mark where a standstill may be all that is behind it. */
  private static List<String> told(ScriptedConnection connection) {
    return connection.findings().stream().map(StalledWaitTests::told).toList();
  }

  private static String told(Finding finding) {
    return finding.kind().label()
        + "/"
        + finding.step().label()
        + (finding.evidence().doubtful() ? "?" : "");
  }
}

package io.goldenpath.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same run, in every envelope. */
class EnvelopesTests {

  static Stream<String> envelopes() {
    return SampleEnvelopes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void readsEveryEnvelope(String envelope) {
    List<String> frames = SampleEnvelopes.named(envelope);

    assertThat(frames).extracting(frame -> event(frame).name()).isEqualTo(SampleEnvelopes.NAMES);
    assertThat(event(frames.get(2)).tool()).isEqualTo("calc");
    assertThat(event(frames.get(3)).tool()).isEqualTo("calc");
    assertThat(event(frames.get(4)).body().text()).contains(FrameReplay.ANSWER);
    assertThat(frames).noneMatch(frame -> event(frame).body().fieldProblem() != null);
    assertThat(frames).noneMatch(frame -> event(frame).body().retried());
  }

  @ParameterizedTest
  @MethodSource("envelopes")
  void findsNothingInAGoodRunInOneEnvelope(String envelope) {
    String[] frames = SampleEnvelopes.named(envelope).toArray(String[]::new);

    assertThat(FrameReplay.unevenly(frames).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void findsNothingInAGoodRunThatMixesEnvelopes(int shift) {
    List<List<String>> all = new ArrayList<>(SampleEnvelopes.all().values());
    String[] frames =
        IntStream.range(0, 5)
            .mapToObj(i -> all.get((shift + 3 * i) % all.size()).get(i))
            .map(frame -> frame.replace("\"agent_name\":\"sup\",", ""))
            .map(frame -> frame.replace(",\"agent_name\":\"sup\"", ""))
            .toArray(String[]::new);

    assertThat(FrameReplay.unevenly(frames).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1757500000",
        "1757500000.25",
        "1757500000250",
        "\"2025-09-10T12:00:00Z\"",
        "\"2025-09-10T12:00:00.1+02:00\"",
        "\"2025-09-10T12:00:00\"",
        "\"yesterday\"",
        "\"\"",
        "-1",
        "1e300",
        "null",
        "true",
        "{}"
      })
  void acceptsAnyTimeOfAServersClock(String time) {
    String[] frames =
        SampleEnvelopes.bridge("").stream()
            .map(frame -> frame.replace("\"2025-09-10T12:00:00.1+00:00\"", time))
            .toArray(String[]::new);

    assertThat(FrameReplay.unevenly(frames).findings()).isEmpty();
  }

  @Test
  void acceptsEventsWithoutAnyTime() {
    String[] frames =
        SampleEnvelopes.bridge("").stream()
            .map(frame -> frame.replace(",\"timestamp\":\"2025-09-10T12:00:00.1+00:00\"", ""))
            .toArray(String[]::new);

    assertThat(FrameReplay.unevenly(frames).findings()).isEmpty();
  }

  @Test
  void followsARunOfSeveralAgentsWithinAPairThatNamesNone() {
    List<String> inner = SampleEnvelopes.bridge("");
    assertThat(
            FrameReplay.unevenly(
                    "{\"type\":\"agent_started\",\"payload\":{\"run_id\":\"r1\"}}",
                    inner.get(0),
                    inner.get(1),
                    inner.get(2),
                    "{\"type\":\"agent_started\",\"run_id\":\"r1\",\"agent_name\":\"triage\"}",
                    inner.get(3),
                    "{\"type\":\"agent_completed\",\"run_id\":\"r1\",\"agent_name\":\"triage\",\"payload\":{\"result\":\"x\"}}",
                    inner.get(4).replace(FrameReplay.ANSWER, "sorted"),
                    "{\"type\":\"agent_completed\",\"payload\":{\"run_id\":\"r1\",\"text\":\"%s\"}}"
                        .formatted(FrameReplay.ANSWER),
                    "{\"type\":\"run_complete\",\"run_id\":\"r1\"}",
                    "{\"type\":\"thread_update\",\"thread_id\":\"t1\"}")
                .findings())
        .isEmpty();
  }

  @Test
  void knowsARetriedEventByItsMark() {
    String retried = SampleEnvelopes.named("B, two times and body in data").get(2);

    assertThat(event(retried.replace("\"attempt\":null", "\"attempt\":1")).body().retried())
        .isTrue();
  }

  @Test
  void knowsTheSameEventWhateverItsTimes() {
    Map<String, List<String>> all = SampleEnvelopes.all();
    all.values()
        .forEach(frames ->
            frames.forEach(frame ->
                assertThat(event(frame.replace("12:00", "12:01").replace("17575", "17576")))
                    .extracting(AgentEvent::fingerprint)
                    .isEqualTo(event(frame).fingerprint())));
  }

  private static AgentEvent event(String frame) {
    return ((FrameContent.Event) AgentEventsFrames.decode(frame).content()).event();
  }
}

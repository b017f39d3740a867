package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static io.goldenpath.dialect.conversation.Talk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.framing.Incoming.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a connection in a described dialect takes a question. */
class ReadinessTests {

  private static final FrameContent READY = new FrameContent.Ready(null, null, null);

  private final Described described = new Described();

  @Test
  void withoutAConditionItIsOnceAllIsSent() {
    Reading opened = new Talk(described).conversation.opened(7);

    assertThat(Talk.contents(opened.parts())).containsExactly(READY);
    assertThat(opened.parts().getFirst().nanos()).isEqualTo(7);
  }

  @Test
  void theMessageThatMakesReadyIsNoEventAndTheNextOneIs() {
    described.ready = new ReadyRule.Count(type("welcome"), 1, takes("sid", "/sid"));
    Talk talk = new Talk(described);

    assertThat(talk.conversation.opened(0).parts()).isEmpty();
    assertThat(talk.says("{\"type\":\"welcome\",\"sid\":\"s1\"}")).containsExactly(READY);
    assertThat(talk.values.value("sid")).isEqualTo("s1");
    assertThat(kinds(talk.says("{\"type\":\"welcome\"}"))).containsExactly("welcome");
  }

  @Test
  void knowsTheLongestMessageThatTheFramingAllows() {
    described.ready = new ReadyRule.Count(type("welcome"), 1, Captures.NONE);

    assertThat(readyAfter("100000")).isEqualTo(new FrameContent.Ready(100_000, null, null));
    assertThat(readyAfter("0")).isEqualTo(READY);
    assertThat(readyAfter("9999999999")).isEqualTo(READY);
    assertThat(readyAfter("much")).isEqualTo(READY);
  }

  private FrameContent readyAfter(String maxPayload) {
    Talk talk = new Talk(described);
    Map<String, String> headers = Map.of("maxPayload", maxPayload);
    talk.says("{\"sid\":\"s\"}", new Envelope("connect", List.of(), null, headers));
    return talk.says("{\"type\":\"welcome\"}").getFirst();
  }

  @Test
  void severalMessagesMakeReadyTogether() {
    described.ready = new ReadyRule.Count(type("subscribed"), 2, Captures.NONE);
    Talk talk = new Talk(described);

    assertThat(kinds(talk.says("{\"type\":\"subscribed\"}"))).containsExactly("Notice");
    assertThat(talk.says("{\"type\":\"subscribed\"}")).containsExactly(READY);
  }

  @Test
  void beforeItThePlatformsOwnNamesAreNoEvents() {
    described.ready = new ReadyRule.Count(type("welcome"), 1, Captures.NONE);
    described.named.add(new NamedEvent("token", type("token"), Captures.NONE));
    Talk talk = new Talk(described);

    assertThat(kinds(talk.says("{\"type\":\"settings\"}"))).containsExactly("Notice");
    assertThat(kinds(talk.says("{\"type\":\"token\"}"))).containsExactly("token");
  }

  @Test
  void quietIsCountedFromTheLastMessageButHeartbeats() {
    described.ready = new ReadyRule.Quiet(type("task_end"), Duration.ofMillis(300), Captures.NONE);
    described.heartbeats.add(new HeartbeatRule.Answering(type("ping"), null, Captures.NONE));
    Talk talk = new Talk(described);

    talk.says("{\"type\":\"hello\"}");
    assertThat(talk.conversation.next()).isEmpty();
    talk.says("{\"type\":\"task_end\"}");
    talk.says("{\"type\":\"greeting\"}");
    talk.says("{\"type\":\"ping\"}");

    assertThat(talk.conversation.next()).hasValue(303 * Talk.MILLI);
    assertThat(talk.elapsed(302)).isEmpty();
    Reading reading = talk.conversation.elapsed(303 * Talk.MILLI);
    assertThat(Talk.contents(reading.parts())).containsExactly(READY);
    assertThat(reading.parts().getFirst().nanos()).isEqualTo(3 * Talk.MILLI);
    assertThat(talk.elapsed(1_000)).isEmpty();
  }
}

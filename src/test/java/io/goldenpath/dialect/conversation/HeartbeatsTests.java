package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.message;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.HeartbeatRule.Every;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Heartbeats of our own in a described dialect, and what it means that none answers. */
class HeartbeatsTests {

  private final Described described = new Described();

  @Test
  void areSentOnTheirIntervalAndMissedWhenTheNextIsDueUnanswered() {
    beats(new Every.Fixed(Duration.ofMillis(100)));
    Talk talk = new Talk(described);
    assertThat(talk.conversation.next()).isEmpty();

    talk.conversation.opened(0);
    assertThat(talk.conversation.next()).hasValue(100 * Talk.MILLI);
    assertThat(talk.conversation.due(99 * Talk.MILLI)).isEmpty();
    assertThat(talk.conversation.due(100 * Talk.MILLI)).hasSize(1);
    assertThat(talk.conversation.due(100 * Talk.MILLI)).isEmpty();
    assertThat(talk.conversation.elapsed(199 * Talk.MILLI).missed()).isNull();
    assertThat(talk.conversation.due(200 * Talk.MILLI)).isEmpty();
    assertThat(talk.conversation.elapsed(200 * Talk.MILLI).missed())
        .isEqualTo("no answer to our heartbeat for 100 ms");
  }

  @Test
  void anAnswerKeepsTheConnection() {
    beats(new Every.Fixed(Duration.ofMillis(100)));
    Talk talk = new Talk(described);
    talk.conversation.opened(0);
    talk.conversation.due(100 * Talk.MILLI);

    assertThat(talk.says("{\"type\":\"alive\"}")).containsExactly(new FrameContent.Heartbeat());
    assertThat(talk.conversation.elapsed(200 * Talk.MILLI).missed()).isNull();
    assertThat(talk.conversation.due(200 * Talk.MILLI)).hasSize(1);
  }

  @Test
  void anIntervalOfTheServersCountsOnceItIsKnown() {
    beats(new Every.Variable("interval"));
    described.captures.add(new CaptureRule(type("hello"), takes("interval", "/ms")));
    Talk talk = new Talk(described);
    talk.conversation.opened(0);

    talk.says("{\"type\":\"hello\",\"ms\":\"soon\"}");
    assertThat(talk.conversation.next()).isEmpty();
    talk.says("{\"type\":\"hello\",\"ms\":250}");
    assertThat(talk.conversation.next()).hasValue(250 * Talk.MILLI);
    talk.says("{\"type\":\"hello\",\"ms\":-1}");
    assertThat(talk.conversation.next()).hasValue(100 * Talk.MILLI);
  }

  private void beats(Every every) {
    described.heartbeats.add(
        new HeartbeatRule.Interval(every, message("{\"op\":1}"), type("alive")));
  }
}

package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.frameHas;
import static io.goldenpath.dialect.conversation.Described.places;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static io.goldenpath.dialect.conversation.Talk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that come before it is known which run is ours. */
class HeldMessagesTests {

  private final Described described = new Described();

  @BeforeEach
  void eventsAreOursByACapturedRun() {
    described.ours = new OursRule(frameHas("run", "run"), Set.of("run"), false);
    described.accepted = new AcceptedRule(type("taken"), takes("run", "/id"), null, List.of());
    described.name = places("/event");
  }

  @Test
  void areReadWithTheirOwnTimesOnceItIs() {
    Talk talk = Talk.asked(described);
    assertThat(talk.says("{\"event\":\"started\",\"run\":\"r1\",\"type\":\"e\"}"))
        .containsExactly(new FrameContent.Notice("e, held for want of run"));
    talk.says("{\"event\":\"started\",\"run\":\"r2\"}");

    List<Reading.Part> parts = talk.parts("{\"type\":\"taken\",\"id\":\"r1\"}");

    assertThat(kinds(Talk.contents(parts))).containsExactly("started", "Ack");
    assertThat(parts).extracting(Reading.Part::number).containsExactly(1, 3);
    assertThat(parts).extracting(Reading.Part::nanos).containsExactly(Talk.MILLI, 3 * Talk.MILLI);
    assertThat(kinds(talk.says("{\"event\":\"done\",\"run\":\"r1\"}"))).containsExactly("done");
  }

  @Test
  void areReadOnceAnHttpCallHasCaptured() {
    Talk talk = Talk.asked(described);
    talk.says("{\"event\":\"started\",\"run\":\"r1\"}");
    assertThat(talk.conversation.next()).isEmpty();

    talk.values.set("run", "r1");

    assertThat(talk.conversation.next()).hasValue(Talk.MILLI);
    assertThat(kinds(talk.elapsed(2))).containsExactly("started");
    assertThat(talk.conversation.next()).isEmpty();
  }

  @Test
  void areNoneBeforeAQuestionIsAsked() {
    Talk talk = new Talk(described);
    talk.conversation.opened(0);

    assertThat(talk.says("{\"event\":\"started\",\"run\":\"r1\",\"type\":\"e\"}"))
        .containsExactly(new FrameContent.Notice("e"));
  }

  @Test
  void areBounded() {
    Talk talk = Talk.asked(described);
    String large = "{\"event\":\"e\",\"type\":\"e\",\"x\":\"" + "x".repeat(1_000_000) + "\"}";
    for (int i = 0; i < 4; i++) {
      assertThat(talk.says(large))
          .containsExactly(new FrameContent.Notice("e, held for want of run"));
    }

    assertThat(talk.says(large))
        .containsExactly(new FrameContent.Notice("e, too many to be held for want of run"));
  }
}

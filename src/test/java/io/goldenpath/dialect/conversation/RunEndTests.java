package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.places;
import static io.goldenpath.dialect.conversation.Described.type;
import static io.goldenpath.dialect.conversation.Talk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.AnswerRules.Kind;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.ReadyRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When a run of a described dialect has ended, and with which answer. */
class RunEndTests {

  private static final AgentEvent.Ids NOBODYS = new AgentEvent.Ids(null, null);

  private final Described described = new Described();

  @Test
  void aListMeansAllInAnyOrder() {
    described.success.addAll(List.of(type("done"), type("complete")));
    Talk talk = Talk.asked(described);

    assertThat(kinds(talk.says("{\"type\":\"complete\"}"))).containsExactly("complete");
    assertThat(kinds(talk.says("{\"type\":\"complete\"}"))).containsExactly("complete");
    assertThat(kinds(talk.says("{\"type\":\"done\"}"))).containsExactly("done", "End");
  }

  @Test
  void anOrderedListMeansThisOrder() {
    described.success.addAll(List.of(type("done"), type("complete")));
    described.ordered = true;
    Talk talk = Talk.asked(described);

    assertThat(kinds(talk.says("{\"type\":\"complete\"}"))).containsExactly("complete");
    assertThat(kinds(talk.says("{\"type\":\"done\"}"))).containsExactly("done");
    assertThat(kinds(talk.says("{\"type\":\"complete\"}"))).containsExactly("complete", "End");
  }

  @Test
  void theRestOfALostRunHasItsAnswerAndItsEnd() {
    described.ready = new ReadyRule.Count(type("hello"), 1, Captures.NONE);
    described.answer = new AnswerRules(Kind.AT, places("/text"), Set.of(), "");
    described.success.add(type("done"));
    Talk talk = Talk.resumed(described);

    assertThat(kinds(talk.says("{\"type\":\"notice\"}"))).containsExactly("Notice");
    assertThat(kinds(talk.says("{\"type\":\"hello\"}"))).containsExactly("Ready");
    assertThat(talk.says("{\"type\":\"done\",\"text\":\"ABC 3\"}"))
        .last()
        .isEqualTo(new FrameContent.End("ABC 3", null, NOBODYS));
  }

  @Test
  void aSecondEndIsToldToo() {
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"done\"}");

    assertThat(kinds(talk.says("{\"type\":\"done\"}"))).containsExactly("done", "End");
  }

  @Test
  void failureGoesBeforeSuccessWhichMayFollowIt() {
    described.success.add(type("complete"));
    described.failure = type("failed");
    Talk talk = Talk.asked(described);

    assertThat(talk.says("{\"type\":\"failed\",\"message\":\"no model\"}"))
        .contains(new FrameContent.End("", "no model", NOBODYS));
    assertThat(talk.says("{\"type\":\"complete\"}"))
        .containsExactly(new FrameContent.Notice("complete"));
  }

  @Test
  void aRunThatWaitsForAPersonIsPaused() {
    described.paused = type("input");

    assertThat(Talk.asked(described).says("{\"type\":\"input\"}"))
        .contains(new FrameContent.Paused("input"));
  }

  @Test
  void whatMayComeAfterTheEndIsNoEvent() {
    described.success.add(type("done"));
    described.after = type("title");
    Talk talk = Talk.asked(described);

    assertThat(kinds(talk.says("{\"type\":\"title\"}"))).containsExactly("title");
    talk.says("{\"type\":\"done\"}");
    assertThat(kinds(talk.says("{\"type\":\"title\"}"))).containsExactly("Notice");
    assertThat(kinds(talk.says("{\"type\":\"late\"}"))).containsExactly("late");
  }

  @Test
  void quietEndsARunAtItsLastEvent() {
    described.quiet = Duration.ofMillis(500);
    described.answer = new AnswerRules(Kind.DELTAS, places("/text"), Set.of(), "");
    Talk talk = Talk.asked(described);

    assertThat(talk.conversation.next()).isEmpty();
    talk.says("{\"type\":\"token\",\"text\":\"A\"}");
    talk.says("{\"type\":\"token\",\"text\":\"B\"}");

    assertThat(talk.elapsed(501)).isEmpty();
    assertThat(talk.conversation.next()).hasValue(502 * Talk.MILLI);
    List<Reading.Part> parts = talk.conversation.elapsed(502 * Talk.MILLI).parts();
    assertThat(Talk.contents(parts)).containsExactly(new FrameContent.End("AB", null, NOBODYS));
    assertThat(parts.getFirst().nanos()).isEqualTo(2 * Talk.MILLI);
    assertThat(talk.elapsed(2_000)).isEmpty();
    assertThat(talk.conversation.next()).isEmpty();
  }

  @Test
  void snapshotsCountByTheLast() {
    described.answer = new AnswerRules(Kind.SNAPSHOT, places("/all"), Set.of("values"), "");
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"values\",\"all\":\"A\"}");
    talk.says("{\"type\":\"values\",\"all\":\"AB\"}");
    talk.says("{\"type\":\"other\",\"all\":\"X\"}");

    assertThat(answer(talk)).isEqualTo("AB");
  }

  @Test
  void wholeMessagesAreJoined() {
    described.answer = new AnswerRules(Kind.MESSAGES, places("/items/*/text"), Set.of(), "\n");
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"m\",\"items\":[{\"text\":\"A\"},{\"x\":1},{\"text\":2}]}");
    talk.says("{\"items\":[{\"text\":\"C\"}]}");

    assertThat(answer(talk)).isEqualTo("A\n2\nC");
  }

  @Test
  void anAnswerOfTheTerminalMessageIsReadThereAlone() {
    described.answer = new AnswerRules(Kind.AT, places("/answer"), Set.of(), "");
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"draft\",\"answer\":\"wrong\"}");

    assertThat(talk.says("{\"type\":\"done\",\"answer\":\"right\"}"))
        .contains(new FrameContent.End("right", null, NOBODYS));
  }

  @Test
  void anAnswerOfNamedEventsIsThatOfTheLast() {
    described.answer = new AnswerRules(Kind.AT, places("/content"), Set.of("message"), "");
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"message\",\"content\":\"first\"}");
    talk.says("{\"type\":\"message\",\"content\":\"second\"}");

    assertThat(answer(talk)).isEqualTo("second");
  }

  @Test
  void theNextQuestionHasAnAnswerOfItsOwn() {
    described.answer = new AnswerRules(Kind.DELTAS, places("/text"), Set.of(), "");
    described.success.add(type("done"));
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"token\",\"text\":\"A\"}");
    assertThat(answer(talk)).isEqualTo("A");

    talk.ask();
    talk.says("{\"type\":\"token\",\"text\":\"B\"}");

    assertThat(answer(talk)).isEqualTo("B");
  }

  @Test
  void aContractsOwnTerminalEventHasTheAnswerWhereTheDialectTellsNoEnd() {
    described.answer = new AnswerRules(Kind.DELTAS, places("/text"), Set.of(), "");
    Talk talk = Talk.asked(described);
    talk.says("{\"type\":\"token\",\"text\":\"A\"}");

    assertThat(talk.says("{\"type\":\"finished\"}"))
        .singleElement()
        .isInstanceOfSatisfying(
            FrameContent.Event.class,
            event -> assertThat(event.event().body().text()).isEqualTo("A"));
  }

  private static String answer(Talk talk) {
    return talk.says("{\"type\":\"done\"}").stream()
        .filter(FrameContent.End.class::isInstance)
        .map(end -> ((FrameContent.End) end).answer())
        .findFirst()
        .orElseThrow();
  }
}

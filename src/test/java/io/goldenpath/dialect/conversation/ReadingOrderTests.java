package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.frame;
import static io.goldenpath.dialect.conversation.Described.frameHas;
import static io.goldenpath.dialect.conversation.Described.places;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static io.goldenpath.dialect.conversation.Talk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.framing.Incoming.Envelope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What messages of a described dialect mean, and which of their meanings goes first. */
class ReadingOrderTests {

  private final Described described = new Described();

  @Test
  void oneMessageIsAnAcknowledgementAnEventAnAnswerAndTheEndAtOnce() {
    described.accepted = new AcceptedRule(type("done"), Captures.NONE, null, List.of());
    described.answer = new AnswerRules(AnswerRules.Kind.DELTAS, places("/text"), Set.of(), "");
    described.success.add(type("done"));
    described.fields.put("run", "/run");

    List<Reading.Part> parts =
        Talk.asked(described).parts("{\"type\":\"done\",\"run\":7,\"text\":\"ABC 3\"}");

    assertThat(kinds(Talk.contents(parts))).containsExactly("Ack", "done", "End");
    assertThat(parts).extracting(Reading.Part::number).containsOnly(1);
    assertThat(parts.getLast().decoded().content())
        .isEqualTo(new FrameContent.End("ABC 3", null, new AgentEvent.Ids("7", null)));
    assertThat(parts.get(1).decoded().content())
        .isInstanceOfSatisfying(
            FrameContent.Event.class,
            event -> assertThat(event.event().body().text()).isEqualTo("ABC 3"));
  }

  @Test
  void anAcknowledgementIsNoEvent() {
    described.accepted =
        new AcceptedRule(frame("ok", true), takes("run", "ack/0/run"), null, List.of());
    described.name = places("/run");
    Talk talk = Talk.asked(described);
    String json = "{\"ok\":true,\"run\":\"r1\"}";

    List<FrameContent> contents =
        talk.says(
            json,
            new Envelope("ask", List.of(), List.of(JsonMapper.shared().readTree(json)), Map.of()));

    assertThat(contents).containsExactly(new FrameContent.Ack(false));
    assertThat(talk.values.value("run")).isEqualTo("r1");
  }

  @Test
  void aQuestionThatIsNotAcceptedFails() {
    described.accepted =
        new AcceptedRule(type("reply"), Captures.NONE, frame("ok", false), places("/why"));

    assertThat(Talk.asked(described).says("{\"type\":\"reply\",\"ok\":false,\"why\":\"too long\"}"))
        .containsExactly(
            new FrameContent.Failure(
                "the question was not accepted: too long", ErrorCause.PLATFORM));
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR_EVENT, PLATFORM",
    "AUTH_REFUSED, AUTH",
    "SHED, OVERLOAD",
    "NOT_UNDERSTOOD, MESSAGE"
  })
  void anErrorIsCalledByItsRuleAndIsNoEvent(ErrorRule.Meaning meaning, ErrorCause cause) {
    described.errors.add(
        new ErrorRule(type("error"), places("/error", "/detail"), meaning, Captures.NONE));
    described.ours = new OursRule(type("never"), Set.of(), false);

    assertThat(Talk.asked(described).says("{\"type\":\"error\",\"detail\":\"no\\nroom\"}"))
        .containsExactly(new FrameContent.Failure("no room", cause));
  }

  @Test
  void anErrorIsAnEventTooWhereARuleNamesIt() {
    described.errors.add(
        new ErrorRule(
            type("tool_done"), places("/why"), ErrorRule.Meaning.ERROR_EVENT, Captures.NONE));
    described.named.add(new NamedEvent("tool_end", type("tool_done"), Captures.NONE));

    assertThat(kinds(Talk.asked(described).says("{\"type\":\"tool_done\",\"why\":\"no net\"}")))
        .containsExactly("Failure", "tool_end");
  }

  @Test
  void anErrorWithoutTextIsToldByItsMessage() {
    described.errors.add(
        new ErrorRule(
            type("error"), places("/error"), ErrorRule.Meaning.DEGRADED_SERVICE, Captures.NONE));

    assertThat(new Talk(described).says("{\"type\":\"error\"}"))
        .containsExactly(new FrameContent.Degraded("{\"type\":\"error\"}"));
  }

  @Test
  void whatIsIgnoredOrNotOursOrNamelessIsNoise() {
    described.ignore = frame("source", "user");
    described.ours = new OursRule(frameHas("id", "id"), Set.of(), false);
    Talk talk = Talk.asked(described);

    assertThat(talk.says("{\"type\":\"message\",\"source\":\"user\"}"))
        .containsExactly(new FrameContent.Notice("message"));
    assertThat(talk.says("{\"type\":\"message\",\"id\":\"other\"}"))
        .containsExactly(new FrameContent.Notice("message"));
    assertThat(talk.says("{\"kind\":\"message\"}"))
        .containsExactly(new FrameContent.Notice("a message without type"));
  }

  @Test
  void aForeignMessageIsAnEventOfAnotherRunWhereItMustNotCome() {
    described.ours = new OursRule(frame("mine", true), Set.of(), true);

    assertThat(Talk.asked(described).says("{\"type\":\"token\"}"))
        .singleElement()
        .isInstanceOfSatisfying(
            FrameContent.Event.class,
            event -> assertThat(event.event().ids().run()).isEqualTo("another question's"));
  }

  @Test
  void namesByConditionGoBeforeThoseOfThePlatform() {
    described.named.add(
        new NamedEvent("tool_start", frame("state", "start"), takes("call", "/call")));
    Talk talk = Talk.asked(described);

    assertThat(kinds(talk.says("{\"type\":\"tool\",\"state\":\"start\",\"call\":5}")))
        .containsExactly("tool_start");
    assertThat(kinds(talk.says("{\"type\":\"tool\",\"state\":\"end\"}"))).containsExactly("tool");
    assertThat(talk.values.value("call")).isEqualTo(5);
  }

  @Test
  void repliesAndHeartbeatsAreNothingElse() {
    described.replies.add(
        new ReplyRule(type("hash?"), Described.message("{\"hash\":\"{/for}\"}"), Captures.NONE));
    described.heartbeats.add(
        new HeartbeatRule.Answering(
            type("ping"), Described.message("{\"pong\":\"{/n}\"}"), Captures.NONE));
    Talk talk = Talk.asked(described);

    assertThat(talk.says("{\"type\":\"hash?\",\"for\":\"x\"}"))
        .containsExactly(new FrameContent.Notice("hash?"));
    assertThat(talk.says("{\"type\":\"ping\",\"n\":5}"))
        .containsExactly(new FrameContent.Heartbeat());
    assertThat(talk.replies)
        .extracting(reply -> reply.text())
        .containsExactly("{\"hash\":\"x\"}", "{\"pong\":5}");
  }

  @Test
  void everyPartNamesItsUsersAndHasItsFields() {
    described.fields.put("user", "/users/*");
    described.fields.put("call", "/call");

    Reading.Part part =
        Talk.asked(described)
            .parts("{\"type\":\"x\",\"users\":[\"u1\",{},42],\"call\":\"c1\",\"n\":[1]}")
            .getFirst();

    assertThat(part.decoded().owners()).containsExactlyInAnyOrder("u1", "42");
    assertThat(part.decoded().unreadableOwner()).isEqualTo("/users/* is an object");
    assertThat(part.decoded().fields().at("/n/0")).isEqualTo(1);
    assertThat(part.decoded().fields().at("call")).isEqualTo("c1");
    assertThat(part.decoded().fields().at("nowhere")).isNull();
  }
}

package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.frame;
import static io.goldenpath.dialect.conversation.Described.message;
import static io.goldenpath.dialect.conversation.Described.sends;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.dialect.MapValues;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.DialectVariable;
import io.goldenpath.dialect.definition.DialectVariable.Kind;
import io.goldenpath.dialect.definition.DialectVariable.Scope;
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.dialect.definition.SentMessage;
import io.goldenpath.framing.MessageTemplate;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.target.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a described dialect sends, and when. */
class SendingTests {

  private final Described described = new Described();

  @Test
  void fillsInTheQuestionAndWhatIsKnown() {
    described.submit.add(
        sends(
            "{\"t\":\"{text}\",\"n\":\"{nonce}\",\"s\":\"{sum}\",\"who\":\"{subject}\",\"on\":\"{thread}\"}"));
    Talk talk = new Talk(described);
    talk.values.set("subject", "user-1");

    assertThat(talk.ask())
        .containsExactly(
            "{\"t\":\"ABC: 1 + 2?\",\"n\":\"ABC\",\"s\":3,\"who\":\"user-1\",\"on\":null}");
    assertThat(Talk.made(talk.conversation.submit(Talk.QUESTION, "t1")))
        .singleElement()
        .asString()
        .endsWith("\"on\":\"t1\"}");
  }

  @Test
  void everyQuestionHasAnIdOfItsOwn() {
    described.submit.add(sends("\"{id}\""));
    Talk talk = new Talk(described);

    List<String> first = talk.ask();

    assertThat(first).isNotEqualTo(talk.ask());
  }

  @Test
  void variablesLastForTheirScopeAndCountersShareASequence() {
    described.variables.add(new DialectVariable("q", Kind.COUNTER, Scope.QUESTION));
    described.variables.add(new DialectVariable("m", Kind.COUNTER, Scope.MESSAGE));
    described.variables.add(new DialectVariable("c", Kind.UUID, Scope.CONNECTION));
    described.variables.add(new DialectVariable("r", Kind.TEXT, Scope.RUN));
    described.submit.addAll(
        List.of(sends("[\"{q}\",\"{m}\",\"{m}\"]"), sends("[\"{q}\",\"{m}\"]")));
    described.opening.add(sends("[\"{c}\",\"{r}\"]"));
    Talk talk = new Talk(described);

    assertThat(talk.ask()).containsExactly("[1,2,2]", "[1,3]");
    assertThat(talk.ask()).containsExactly("[4,5,5]", "[4,6]");
    assertThat(Talk.made(talk.conversation.opening()))
        .isEqualTo(Talk.made(talk.conversation.opening()))
        .containsExactly(
            "[\"%s\",\"%s\"]".formatted(talk.values.value("c"), talk.values.value("r")));
  }

  @Test
  void variablesOfTheRunAreThoseThatTheRunHas() {
    described.variables.add(new DialectVariable("session", Kind.UUID, Scope.RUN));
    described.submit.add(sends("\"{session}\""));
    Map<String, Object> run = described.dialect().runVariables();
    MapValues values = new MapValues();
    values.set("session", requireNonNull(run.get("session")));

    assertThat(described.dialect().runVariables()).containsOnlyKeys("session").isNotEqualTo(run);
    assertThat(Talk.made(described.dialect().conversation(values, false).submit(Talk.QUESTION)))
        .containsExactly("\"" + run.get("session") + "\"");
  }

  @Test
  void countersGoOnFromThoseThatWereMadeBeforeTheConnection() {
    described.variables.add(new DialectVariable("first", Kind.COUNTER, Scope.CONNECTION));
    described.variables.add(new DialectVariable("next", Kind.COUNTER, Scope.QUESTION));
    described.submit.add(sends("\"{next}\""));
    MapValues values = new MapValues();
    described.dialect().connectionVariables().forEach((name, made) -> values.set(name, made + ""));

    assertThat(Talk.made(described.dialect().conversation(values, false).submit(Talk.QUESTION)))
        .containsExactly("2");
  }

  @Test
  void capturesKeepTheirTypeAndTheLastWins() {
    described.captures.add(new CaptureRule(type("hello"), takes("sid", "/sid")));
    described.submit.add(sends("\"{sid}\""));
    Talk talk = new Talk(described);
    talk.says("{\"type\":\"hello\",\"sid\":1}");
    talk.says("{\"type\":\"hello\",\"sid\":2}");
    talk.says("{\"type\":\"hello\"}");

    assertThat(talk.ask()).containsExactly("2");
    talk.values.set("sid", "3");
    assertThat(talk.ask()).containsExactly("\"3\"");
  }

  @Test
  void aStepWaitsForTheMessageThatAsksForItAlsoIfThatCameBefore() {
    described.submit.add(
        new SendRule(type("send_hash"), message("[\"{/n}\",\"{n}\"]"), takes("n", "/n")));
    described.submit.add(new SendRule(type("send_data"), message("\"data\""), Captures.NONE));
    Talk talk = new Talk(described);
    talk.says("{\"type\":\"send_hash\",\"n\":5}");
    List<SendStep> steps = talk.conversation.submit(Talk.QUESTION);

    assertThat(steps.getFirst().due()).isTrue();
    assertThat(steps.getLast().due()).isFalse();
    assertThat(Talk.made(steps.subList(0, 1))).containsExactly("[5,5]");
    assertThat(talk.says("{\"type\":\"send_data\"}"))
        .containsExactly(new FrameContent.Notice("send_data"));
    assertThat(steps.getLast().due()).isTrue();
  }

  @Test
  void aMessageAsksForOneStepAlone() {
    described.submit.add(new SendRule(type("next"), message("1"), Captures.NONE));
    described.submit.add(new SendRule(frame("type", "next"), message("2"), Captures.NONE));
    Talk talk = new Talk(described);
    List<SendStep> steps = talk.conversation.submit(Talk.QUESTION);
    talk.says("{\"type\":\"next\"}");

    Talk.made(steps.subList(0, 1));

    assertThat(steps.getLast().due()).isFalse();
    talk.says("{\"type\":\"next\"}");
    assertThat(steps.getLast().due()).isTrue();
  }

  @Test
  void nothingIsReplacedInAGraphQlQuery() {
    String query = "subscription($text:String!){ask(text:$text){text}}";
    described.submit.add(
        SendRule.of(
            new SentMessage.Operation(
                query, MessageTemplate.json(Secret.of("{\"text\":\"{text}\"}")))));
    described.submit.add(SendRule.of(new SentMessage.Operation("{a}", null)));

    assertThat(new Talk(described).ask())
        .containsExactly(
            "{\"query\":\"" + query + "\",\"variables\":{\"text\":\"ABC: 1 + 2?\"}}",
            "{\"query\":\"{a}\"}");
  }

  @Test
  void fillsInWhatTheFramingAsksForBesideTheText() {
    described.submit.add(
        SendRule.of(
            new SentMessage.Message(
                MessageTemplate.json(Secret.of("{}")),
                MessageTemplate.text(Secret.of("/app/{room}")),
                Map.of("id", MessageTemplate.text(Secret.of("{nonce}"))),
                true)));
    Talk talk = new Talk(described);
    talk.values.set("room", "r1");

    assertThat(talk.conversation.submit(Talk.QUESTION).getFirst().make())
        .isEqualTo(new Sending.Socket(new Outgoing("{}", "/app/r1", Map.of("id", "ABC"), true)));
  }

  @Test
  void anHttpCallFindsTheQuestionInTheRunsVariables() {
    described.variables.add(new DialectVariable("key", Kind.TEXT, Scope.QUESTION));
    RequestTemplate request =
        new RequestTemplate(
            "POST /ask",
            "POST",
            Secret.of("http://platform.test/ask"),
            Map.of(),
            new RequestTemplate.Body.Json(Secret.of("{\"text\":\"{text}\",\"key\":\"{key}\"}")),
            RequestTemplate.Expectation.NONE);
    described.submit.add(SendRule.of(new SentMessage.Call(request)));
    Talk talk = new Talk(described);

    assertThat(talk.conversation.submit(Talk.QUESTION).getFirst().make())
        .isEqualTo(new Sending.Call(request));
    assertThat(talk.values.value("text")).isEqualTo("ABC: 1 + 2?");
    assertThat(talk.values.value("key")).isNotNull();
  }
}

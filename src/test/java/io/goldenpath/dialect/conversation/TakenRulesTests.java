package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.frame;
import static io.goldenpath.dialect.conversation.Described.places;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.Reading;
import io.goldenpath.dialect.TakenRule;
import io.goldenpath.dialect.definition.AcceptedRule;
import io.goldenpath.dialect.definition.AnswerRules;
import io.goldenpath.dialect.definition.CaptureRule;
import io.goldenpath.dialect.definition.Captures;
import io.goldenpath.dialect.definition.ErrorRule;
import io.goldenpath.dialect.definition.EventRules.NamedEvent;
import io.goldenpath.dialect.definition.EventRules.OursRule;
import io.goldenpath.dialect.definition.HeartbeatRule;
import io.goldenpath.dialect.definition.ReadyRule;
import io.goldenpath.dialect.definition.ReplyRule;
import io.goldenpath.framing.Incoming.Message;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Which rules of a described dialect are named as those that took a message. */
class TakenRulesTests {

  private final Described described = new Described();

  @BeforeEach
  void describe() {
    described.name = places("/event");
    described.captures.add(new CaptureRule(type("session"), takes("sid", "/sid")));
    described.ready = new ReadyRule.Count(type("hello"), 1, Captures.NONE);
    described.heartbeats.add(
        new HeartbeatRule.Answering(type("ping"), Described.message("{}"), Captures.NONE));
    described.replies.add(
        new ReplyRule(type("who"), Described.message("{\"me\":1}"), Captures.NONE));
    described.accepted = new AcceptedRule(type("taken"), Captures.NONE, null, List.of());
    described.ignore = type("noise");
    described.errors.add(
        new ErrorRule(type("error"), List.of(), ErrorRule.Meaning.ERROR_EVENT, Captures.NONE));
    described.named.add(new NamedEvent("tool_executing", type("call"), Captures.NONE));
    described.answer = new AnswerRules(AnswerRules.Kind.DELTAS, places("/text"), Set.of(), "");
    described.success.add(type("done"));
    described.failure = type("failed");
    described.paused = type("paused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'hello'}|ready",
        "{'type':'session','sid':7}|captures",
        "{'type':'ping'}|heartbeats",
        "{'type':'who'}|replies",
        "{'type':'taken'}|accepted",
        "{'type':'noise'}|ignore",
        "{'type':'error'}|errors",
        "{'type':'call'}|events.tool_executing",
        "{'event':'token'}|event",
        "{'type':'delta','text':'A'}|answer.deltas",
        "{'type':'call','text':'A'}|events.tool_executing, answer.deltas",
        "{'type':'done','event':'end'}|event, end.success",
        "{'type':'failed'}|end.failure",
        "{'type':'paused'}|end.paused",
        "{'type':'other'}|''",
      })
  void nameTheirPlaceInTheSettings(String json, String rules) {
    Talk talk = new Talk(described);
    talk.ask();

    assertThat(String.join(", ", names(talk, json))).isEqualTo(rules);
  }

  @Test
  void tellWhatCameAfterTheEnd() {
    described.after = type("usage");
    Talk talk = Talk.asked(described);
    names(talk, "{'type':'done'}");

    assertThat(names(talk, "{'type':'usage'}")).containsExactly("end.after");
  }

  @Test
  void nameTheFrameFromWhichQuietIsCounted() {
    described.success.clear();
    described.quiet = Duration.ofMillis(500);
    Talk talk = Talk.asked(described);
    names(talk, "{'event':'token'}");

    assertThat(talk.conversation.elapsed(600 * Talk.MILLI).rules())
        .containsExactly(new TakenRule("end.quiet", 1));
  }

  @Test
  void tellOfAHeldMessageUnderItsOwnFrame() {
    described.ours = new OursRule(frame("run", 7), Set.of("run"), false);
    Talk talk = Talk.asked(described);

    assertThat(names(talk, "{'event':'token','run':7}"))
        .containsExactly("ours (waits for what is captured)");
    talk.values.set("run", 7);
    assertThat(received(talk, "{'event':'other','run':8}").rules())
        .containsExactly(new TakenRule("event", 1), new TakenRule("ours (not our question's)", 2));
  }

  private static List<String> names(Talk talk, String json) {
    return received(talk, json).rules().stream().map(TakenRule::name).toList();
  }

  private static Reading received(Talk talk, String json) {
    String text = json.replace('\'', '"');
    return talk.received(new Message(JsonMapper.shared().readTree(text), text));
  }
}

package io.goldenpath.dialect.conversation;

import static io.goldenpath.dialect.conversation.Described.frame;
import static io.goldenpath.dialect.conversation.Described.frameHas;
import static io.goldenpath.dialect.conversation.Described.message;
import static io.goldenpath.dialect.conversation.Described.places;
import static io.goldenpath.dialect.conversation.Described.takes;
import static io.goldenpath.dialect.conversation.Described.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.Reading;
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
import io.goldenpath.dialect.definition.SendRule;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages that no platform would send: whatever comes, it says something, and nothing throws. */
class AnyMessageTests {

  private static final int SIZE = Integer.getInteger("fuzz.size", 20_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261130L);
  private static final String[] TYPES = {
    "ready", "ping", "ask", "taken", "error", "token", "done", "failed", "input", "title", "x"
  };
  private static final String[] BITS = {
    "null",
    "{}",
    "[]",
    "\"\"",
    "0",
    "-1",
    "1e400",
    "true",
    "\"\\u0000\"",
    "\"🦊\"",
    "{\"a\":[[]]}",
    "9999999999999999999999",
    "\"r1\"",
    "[{\"id\":1},null,{}]",
    "0.10"
  };
  private static final String[] FIELDS = {
    "type", "run", "user", "text", "message", "seq", "time", "ms", "a/b", "~", ""
  };

  private final Random random = new Random(SEED);

  @Test
  void saysSomethingOfEverything() {
    for (int i = 0; i < SIZE / 200; i++) {
      Talk talk = random.nextBoolean() ? Talk.asked(all()) : new Talk(all());
      long nanos = 0;
      for (int number = 1; number <= 200; number++) {
        Message message = anyMessage();
        nanos += random.nextInt(200) * Talk.MILLI;
        try {
          assertThat(talk.conversation.received(message, number, nanos).parts())
              .isNotEmpty()
              .extracting(Reading.Part::nanos)
              .allMatch(at -> at >= 0);
          talk.conversation.due(nanos);
          talk.conversation.elapsed(nanos);
          talk.conversation.next();
          if (random.nextInt(50) == 0) {
            talk.ask();
          }
        } catch (RuntimeException | AssertionError broken) {
          throw new AssertionError("seed %d: %s".formatted(SEED, message.text()), broken);
        }
      }
    }
  }

  private Message anyMessage() {
    JsonMapper mapper = JsonMapper.shared();
    String json = random.nextInt(10) == 0 ? bit() : object();
    List<JsonNode> args = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      args.add(mapper.readTree(bit()));
    }
    Envelope envelope =
        new Envelope(anyType(), args, random.nextInt(5) == 0 ? args : null, Map.of("run", "r1"));
    return random.nextBoolean()
        ? new Message(mapper.readTree(json), json)
        : new Message(mapper.readTree(json), json, envelope);
  }

  private String object() {
    StringBuilder json = new StringBuilder("{\"type\":\"" + anyType() + "\"");
    for (int i = random.nextInt(4); i > 0; i--) {
      json.append(",\"").append(FIELDS[random.nextInt(FIELDS.length)]).append("\":").append(bit());
    }
    return json.append('}').toString();
  }

  private String bit() {
    return BITS[random.nextInt(BITS.length)];
  }

  private String anyType() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  /** A dialect with a rule of each kind. */
  private static Described all() {
    Described all = new Described();
    all.captures.add(new CaptureRule(_ -> Optional.empty(), takes("interval", "/ms")));
    all.ready = new ReadyRule.Quiet(type("ready"), Duration.ofMillis(300), takes("a", "/text"));
    all.replies.add(new ReplyRule(type("ask"), message("\"{/text}\""), takes("b", "ack/0")));
    all.heartbeats.add(new HeartbeatRule.Answering(type("ping"), message("{/seq}"), Captures.NONE));
    all.heartbeats.add(
        new HeartbeatRule.Interval(
            new HeartbeatRule.Every.Variable("interval"), message("1"), type("x")));
    all.submit.add(new SendRule(type("x"), message("\"{/run}{a}{b}\""), takes("c", "args/1")));
    all.accepted =
        new AcceptedRule(type("taken"), takes("run", "/run"), frame("text", ""), places("/text"));
    all.ours = new OursRule(frameHas("run", "run"), Set.of("run"), true);
    all.ignore = frame("text", true);
    all.named.add(new NamedEvent("tool", frame("seq", 0), takes("d", "/*/id")));
    all.errors.add(
        new ErrorRule(
            type("error"), places("/message"), ErrorRule.Meaning.SHED, takes("e", "/text/*")));
    all.answer =
        new AnswerRules(AnswerRules.Kind.MESSAGES, places("/text", "args/0"), Set.of(), ", ");
    all.success.addAll(List.of(type("done"), type("token")));
    all.failure = type("failed");
    all.paused = type("input");
    all.quiet = Duration.ofMillis(400);
    all.after = type("title");
    all.fields.putAll(
        Map.of(
            "run",
            "/run",
            "thread",
            "header:run",
            "user",
            "/user",
            "agent",
            "/text",
            "tool",
            "args/0",
            "call",
            "ack/0",
            "time",
            "/time",
            "sequence",
            "/seq"));
    return all;
  }
}

package io.goldenpath.settings.condition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ConditionCompilerTests {

  private static final Map<String, Object> REPLY =
      Map.of(
          "status", 200L,
          "headers", Map.of("content-type", "application/json"),
          "location", "",
          "body", Map.of("code", 7L, "share", 2.5, "names", List.of("a", "b")),
          "cookies", Map.of("SESSION", "abc"));

  private final Mistakes mistakes = new Mistakes(List.of());
  private final SettingKey refused = new SettingKey("login.refused", mistakes);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status == 200",
        "!location.endsWith('error')",
        "has(body.code) && body.code == 7",
        "body.code > 6.5 && body.share > 2",
        "body.names.exists(name, name == 'b')",
        "headers['content-type'].startsWith('application/')",
        "'SESSION' in cookies",
        "status == 200 || body.nothing == 1"
      })
  void holdOverReplies(String text) {
    assertThat(reply(text).violation(REPLY)).isEmpty();
  }

  /** Whole numbers of a frame are ints where they are small, as Jackson reads them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "event.usage.total_tokens < 5000",
        "event.usage.total_tokens == 4711 && event.usage.total_tokens != 4712.0",
        "event.cost <= 0.02 && event.cost * 100.0 < 2.5",
        "event.output.exists(item, item.type == 'message')",
        "double(event.usage.total_tokens) / seconds < 4000.0"
      })
  void holdOverUsageAndCostOfATerminalFrame(String text) {
    Map<?, ?> frame =
        JsonMapper.shared()
            .readValue(
                """
                {"usage":{"total_tokens":4711},"cost":0.02,"output":[{"type":"message"}]}\
                """,
                Map.class);
    Condition condition = ConditionCompiler.ANSWER.compile(refused, text);

    assertThat(mistakes.all()).isEmpty();
    assertThat(
            Objects.requireNonNull(condition)
                .violation(
                    Map.of("answer", "x", "event", frame, "nonce", "N", "sum", 3L, "seconds", 1.5)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          status == 401            | not status == 401
          has(body.errors)         | not has(body.errors)
          body.errors == 1         | not body.errors == 1 (
          cookies.other != ''      | not cookies.other != '' (
          """)
  void sayWhyTheyDoNotHold(String text, String why) {
    assertThat(reply(text).violation(REPLY)).get().asString().startsWith(why);
  }

  @Test
  void doNotHoldOverBodiesOfAnotherKind() {
    Map<String, Object> text = new HashMap<>(REPLY);
    text.put("body", "an HTML page");

    assertThat(reply("has(body.errors)").holds(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"type == 'hello'", "frame.type == 'hello'"})
  void knowAFrameByItsFieldsAndAsOne(String text) {
    Condition condition = requireNonNull(ConditionCompiler.FRAME.compile(refused, text));

    assertThat(condition.holds(Map.of("type", "hello"))).isTrue();
    assertThat(condition.holds(Map.of("type", "bye"))).isFalse();
    assertThat(condition.holds(Map.of())).isFalse();
  }

  @Test
  void pointAtAVariableThatNoMessageHas() {
    assertThat(ConditionCompiler.MESSAGE.compile(refused, "frme.type == 'hello'")).isNull();
    assertThat(mistakes.all())
        .singleElement()
        .asString()
        .contains("there is no variable 'frme'", "perhaps 'frame' was meant", "    ^");
  }

  @Test
  void tellWhichVariablesOfAConversationTheyRead() {
    assertThat(
            ConditionCompiler.variablesRead(
                "vars.run == frame.run || frame.ids.exists(id, id == vars['other']) || has(vars.x)"))
        .containsExactlyInAnyOrder("run", "other", "x");
  }

  @Test
  void knowNull() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("error", null);
    Map<String, Object> reply = new HashMap<>(REPLY);
    reply.put("body", fields);
    reply.put("list", Arrays.asList("a", null));

    assertThat(reply("body.error == null").holds(reply)).isTrue();
    assertThat(reply("body.error != null").holds(reply)).isFalse();
  }

  @Test
  void takeTheFieldsOfAFrameAsVariables() {
    Condition asked =
        Objects.requireNonNull(ConditionCompiler.FRAME.compile(refused, "type == 'hello'"));

    assertThat(asked.holds(Map.of("type", "hello"))).isTrue();
    assertThat(asked.holds(Map.of("type", "bye"))).isFalse();
    assertThat(asked.holds(Map.of("event", "hello"))).isFalse();
  }

  @Test
  void endAfterTooManyTurns() {
    List<Long> many = LongStream.range(0, 200).boxed().toList();
    Map<String, Object> reply = new HashMap<>(REPLY);
    reply.put("body", many);

    assertThat(reply("body.all(a, body.all(b, body.all(c, a + b + c >= 0)))").violation(reply))
        .get()
        .asString()
        .contains("budget exceeded");
  }

  @Test
  void areEqualWhereTheirTextsAre() {
    assertThat(reply("status == 401")).isEqualTo(reply("status == 401"));
    assertThat(reply("status == 401")).isNotEqualTo(reply("status == 403"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sttus == 401              | there is no variable 'sttus'; known: body, cookies, headers, location, status; perhaps 'status' was meant | "    ^"
          status == 200 && locat    | there is no variable 'locat'; known: body, cookies, headers, location, status | "                     ^"
          status = 401              | token recognition error | "           ^"
          status + 1                | expected type 'bool' but found 'int' | "           ^"
          location > 3              | found no matching overload for '_>_' | "             ^"
          """)
  void pointAtWhatIsWrong(String text, String why, String caret) {
    assertThat(ConditionCompiler.REPLY.compile(refused, text)).isNull();

    String problem = mistakes.all().getFirst().problem();
    assertThat(problem).startsWith("is no condition: ").contains(why).contains("    " + text);
    assertThat(problem.lines().toList().getLast()).isEqualTo(caret);
  }

  private Condition reply(String text) {
    return Objects.requireNonNull(ConditionCompiler.REPLY.compile(refused, text));
  }
}

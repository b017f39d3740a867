package io.goldenpath.settings.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.dialect.definition.MessageExpression;
import io.goldenpath.dialect.definition.MessageValues;
import io.goldenpath.dialect.definition.MessageView;
import io.goldenpath.framing.Incoming.Envelope;
import io.goldenpath.framing.Incoming.Message;
import io.goldenpath.model.target.Condition;
import io.goldenpath.settings.mistakes.Mistakes;
import io.goldenpath.settings.mistakes.SettingKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What is evaluated on messages themselves has the results that CEL has. */
class DirectCompilerTests {

  private static final SettingKey KEY = new SettingKey("a", new Mistakes(List.of()));
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame.type == 'done' && frame.response.status != 'completed'",
        "frame.type in ['failed', 'cancelled'] || has(frame.errors)",
        "name == 'ask' && ack != null && !ack[0].ok",
        "args[0] == vars.run || args[1].run == vars.run",
        "name.endsWith('/queue/errors') && headers['run-id'] == vars.run",
        "size(frame.params.namespace) == 0 && frame.error.contains('Auth')",
        "frame.id == string(vars.id)"
      })
  void evaluateWhatDialectsMostlySay(String text) {
    assertThat(ConditionCompiler.MESSAGE.compile(KEY, text)).isInstanceOf(DirectCondition.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame.list.exists(item, item == 1)",
        "frame.a < 3",
        "frame.a.matches('x+')",
        "frame.a * 2 == 4",
        "name in frame",
        "1.5 == frame.a"
      })
  void leaveAllElseToCel(String text) {
    assertThat(ConditionCompiler.MESSAGE.compile(KEY, text)).isInstanceOf(CelCondition.class);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void holdsWhereCelHolds(
      @ForAll("conditions") String text, @ForAll("messages") List<MessageValues> messages) {
    Condition condition = ConditionCompiler.MESSAGE.compile(KEY, text);
    if (condition instanceof DirectCondition(DirectExpression _, CelCondition cel)) {
      messages.forEach(message ->
          assertThat(condition.holds(message))
              .as("%s of %s", text, message)
              .isEqualTo(cel.holds(message)));
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void hasTheValueThatCelHas(
      @ForAll("expressions") String text, @ForAll("messages") List<MessageValues> messages) {
    MessageExpression expression = ConditionCompiler.MESSAGE.expression(KEY, text);
    if (expression instanceof DirectMessageExpression(DirectExpression _, CelExpression cel)) {
      messages.forEach(message ->
          assertThat(expression.value(message))
              .as("%s of %s", text, message)
              .isEqualTo(cel.value(message)));
    }
  }

  private static Arbitrary<String> values() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            3,
            Arbitraries.of(
                "frame.a", "frame.b", "frame.a.b", "frame['a'].b.a", "frame[0]", "frame[1].a")),
        Tuple.of(
            2,
            Arbitraries.of(
                "args[0]", "args[1].a", "args[7]", "ack[0].a", "ack", "args", "frame", "vars")),
        Tuple.of(
            2,
            Arbitraries.of("name", "headers.h", "headers['no']", "vars.v", "vars.w.a", "vars.x")),
        Tuple.of(
            2,
            Arbitraries.of(
                "'x'", "''", "'1'", "1", "0", "-1", "9007199254740993", "true", "false", "null")));
  }

  @Provide
  Arbitrary<String> conditions() {
    return conditions(3);
  }

  private static Arbitrary<String> conditions(int depth) {
    Arbitrary<String> value = values();
    Arbitrary<String> leaf =
        Arbitraries.oneOf(
            value,
            joined(value, " == ", value),
            joined(value, " != ", value),
            value.map(one -> one + " in ['x', 1, null, true, 'a']"),
            value.map(one -> one + ".startsWith('x')"),
            joined(value, ".contains(", value).map(open -> open + ")"),
            value.map(one -> "size(" + one + ") == 1"),
            joined(value.map(one -> "string(" + one + ")"), " == ", value),
            Arbitraries.of("has(frame.a)", "has(frame.a.b)", "has(args[0].a)", "has(vars.v)"));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> inner = conditions(depth - 1).map(one -> "(" + one + ")");
    return Arbitraries.oneOf(
        leaf,
        joined(inner, " && ", inner),
        joined(inner, " || ", inner),
        inner.map(one -> "!" + one),
        joined(joined(inner, " ? ", inner), " : ", inner));
  }

  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> value = values();
    return Arbitraries.oneOf(
        value,
        joined(value, " + ", value),
        joined(joined(conditions(1), " ? ", value), " : ", value),
        value.map(one -> "size(" + one + ")"),
        conditions(1));
  }

  private static Arbitrary<String> joined(
      Arbitrary<String> one, String between, Arbitrary<String> other) {
    return Combinators.combine(one, other).as((first, second) -> first + between + second);
  }

  @Provide
  Arbitrary<List<MessageValues>> messages() {
    Arbitrary<JsonNode> json = json(3);
    Arbitrary<Map<String, Object>> variables =
        Arbitraries.maps(
            Arbitraries.of("v", "w", "x"),
            Arbitraries.of(1, 1L, 1.0, "x", "1", true, 9007199254740993L, Map.of("a", "x")));
    return Combinators.combine(
            json, json.list().ofMaxSize(3), json.list().ofMaxSize(2).injectNull(0.5), variables)
        .as(DirectCompilerTests::message)
        .list()
        .ofSize(8);
  }

  private static MessageValues message(
      JsonNode body, List<JsonNode> args, @Nullable List<JsonNode> ack, Map<String, Object> vars) {
    Envelope envelope = new Envelope("x", args, ack, Map.of("h", "x"));
    return new MessageView(new Message(body, "", envelope), new HashMap<>(vars)).values();
  }

  private static Arbitrary<JsonNode> json(int depth) {
    Arbitrary<JsonNode> leaf =
        Arbitraries.of(
                "\"x\"",
                "\"\"",
                "\"1\"",
                "1",
                "1.0",
                "2.5",
                "1e400",
                "-0.0",
                "true",
                "false",
                "null",
                "9007199254740992",
                "9007199254740993",
                "99999999999999999999",
                "{}",
                "[]")
            .map(JSON::readTree);
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> inner = json(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        Arbitraries.maps(Arbitraries.of("a", "b"), inner).map(JSON::valueToTree),
        Arbitraries.maps(Arbitraries.of("a", "b"), inner).map(JSON::valueToTree),
        inner.list().ofMaxSize(2).map(JSON::valueToTree),
        Arbitraries.just(MissingNode.getInstance()));
  }
}

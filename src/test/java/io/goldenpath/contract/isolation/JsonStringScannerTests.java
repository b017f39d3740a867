package io.goldenpath.contract.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonStringScannerTests {

  @Test
  void tellsTextsFromNamesWhereverTheyAre() {
    assertThat(
            texts("{\"a\" : \"1\",\"b\":{\"c\":[\"2\",{\"d\":\"3\"},\"4\"]},\"e\":5,\"f\":\"6\"}"))
        .containsExactly("1", "2", "3", "4", "6");
  }

  @Test
  void endsATextAtAQuoteThatIsNotEscaped() {
    assertThat(texts("{\"a\":\"x\\\"y\",\"b\":\"z\\\\\",\"c\":\"\\\\\\\"\"}"))
        .containsExactly("x\\\"y", "z\\\\", "\\\\\\\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "42/chat,[\"message\",{\"text\":\"piece\"}]",
        "MESSAGE\ndestination:/queue/a\n\n{\"kind\":\"message\",\"text\":\"piece\"}\0"
      })
  void readsTheJsonThatEndsAFrameOfAnotherProtocol(String frame) {
    assertThat(texts(frame)).hasSize(3).endsWith("message", "piece");
  }

  @Test
  void takesProseWithABracketForOneText() {
    assertThat(texts("see [1] of them")).containsExactly("see [1] of them");
  }

  @Test
  void knowsTheSameFieldOfAnotherFrame() {
    assertThat(fields("{\"t\":1,\"data\":{\"x\":{},\"content\":\"b\"},\"content\":\"c\"}"))
        .containsExactlyElementsOf(
            fields("{\"data\":{\"content\":\"a\"},\"y\":[],\"content\":\"d\"}"))
        .doesNotHaveDuplicates();
  }

  @Test
  void takesTheElementsOfAListForOneField() {
    assertThat(fields("{\"a\":[\"1\",\"2\",{\"b\":\"3\"},\"4\"]}").subList(0, 2))
        .containsOnly(fields("{\"a\":\"x\"}").getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "", "\"Hello\"", "null"})
  void takesWhatIsNoJsonAsAWhole(String frame) {
    assertThat(texts(frame)).containsExactly(frame);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"",
        "{\"a\":\"b\\",
        "}}}}",
        "[[\"a\"",
        "{\"a\":\"b\":\"c\"}",
        "{\"\\\"\"}"
      })
  void endsWhateverIsBroken(String frame) {
    assertThat(texts(frame)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void endsHoweverDeepItGoes() {
    assertThat(texts("{\"a\":".repeat(10_000) + "\"b\"" + "}".repeat(10_000))).containsExactly("b");
  }

  private static List<String> texts(String frame) {
    List<String> texts = new ArrayList<>();
    JsonStringScanner.scan(frame, (text, _) -> texts.add(text));
    return texts;
  }

  private static List<Integer> fields(String frame) {
    Map<String, Integer> fields = new LinkedHashMap<>();
    JsonStringScanner.scan(frame, fields::put);
    return List.copyOf(fields.values());
  }
}

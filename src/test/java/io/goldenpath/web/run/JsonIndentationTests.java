package io.goldenpath.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Frames as people read them. */
class JsonIndentationTests {

  @Test
  void indentsObjectsAndListsAndLeavesEmptyOnesTogether() {
    assertThat(JsonIndentation.of("{\"a\":[1,2.50],\"b\":{ },\"c\":\"x,{y\\\"\"}"))
        .isEqualTo(
            """
            {
              "a": [
                1,
                2.50
              ],
              "b": {},
              "c": "x,{y\\""
            }\
            """);
  }

  @Test
  void keepsWhatAFramingWritesBefore() {
    assertThat(JsonIndentation.of("42[\"message\"]")).isEqualTo("42[\n  \"message\"\n]");
  }

  @Test
  void indentsWhatWasCut() {
    assertThat(JsonIndentation.of("{\"a\":{\"b\":\"cut of"))
        .isEqualTo("{\n  \"a\": {\n    \"b\": \"cut of");
    assertThat(JsonIndentation.of("}}]]\\")).isEqualTo("}}]]\\");
  }

  @Test
  void leavesOtherTextsAsTheyCame() {
    assertThat(JsonIndentation.of("MESSAGE\nid:1\n\nhello, {you}")).startsWith("MESSAGE\nid:1");
    assertThat(JsonIndentation.of("3")).isEqualTo("3");
    assertThat(JsonIndentation.of("")).isEmpty();
  }
}

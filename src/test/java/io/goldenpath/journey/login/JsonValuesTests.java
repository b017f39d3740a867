package io.goldenpath.journey.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonValuesTests {

  private static JsonNode read(String text) {
    return Objects.requireNonNull(JsonValues.read(text));
  }

  @Test
  void givesConditionsLongNumbersAndDoublesBeyond() {
    assertThat(
            JsonValues.fields(read("{'a':1,'b':1.5,'c':18446744073709551616}".replace('\'', '"'))))
        .containsEntry("a", 1L)
        .containsEntry("b", 1.5)
        .containsEntry("c", 0x1p64);
  }

  @Test
  void givesTextsListsAndNothing() {
    assertThat(JsonValues.value(read("[\"x\",true,null,[{}]]")))
        .isEqualTo(Arrays.asList("x", true, null, List.of(Map.of())));
  }

  @Test
  void readsWhatIsLongerThanTheLibraryWouldLike() {
    assertThat(read("9".repeat(5000)).isIntegralNumber()).isTrue();
    assertThat(read("{\"" + "n".repeat(100_000) + "\":1}").size()).isEqualTo(1);
    assertThat(JsonValues.read("[".repeat(100_000))).isNull();
  }
}

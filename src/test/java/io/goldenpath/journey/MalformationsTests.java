package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.goldenpath.contract.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.dialect.Dialects;
import io.goldenpath.probe.Exercise.Malformed;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MalformationsTests {

  private static final Question QUESTION = new Question("Repeat the code AB: 1 + 2?", "AB", 3);

  private final Dialect dialect = Dialects.bundled("agent-events").orElseThrow();

  @Test
  void eachIsMalformedInItsOwnWay() {
    assertThat(made(Malformed.EMPTY)).isEmpty();
    assertThat(made(Malformed.ARRAY)).isEqualTo("[1,2,3]");
    assertThat(made(Malformed.MISSING_FIELDS))
        .isEqualTo("{\"type\":\"user_message\",\"payload\":{\"thread_id\":null}}");
    assertThat(made(Malformed.WRONG_TYPES))
        .isEqualTo("{\"type\":7,\"payload\":{\"content\":[7],\"thread_id\":null}}");
    assertThatExceptionOfType(JacksonException.class)
        .isThrownBy(() -> JsonMapper.shared().readTree(made(Malformed.BROKEN_JSON)));
  }

  @Test
  void anOversizedOneIsALittleLongerThanWhatTheServerTakesAndAsksNothing() {
    String message = made(Malformed.OVERSIZED);

    assertThat(message.length()).isBetween(8193, 8192 + 1024);
    assertThat(message).doesNotContain("Repeat");
  }

  @Test
  void nobodyKnowsWhatIsTooLongWhereTheServerDoesNotSay() {
    assertThat(new Malformations(dialect, QUESTION, OptionalInt.empty()).make(Malformed.OVERSIZED))
        .isEmpty();
  }

  private String made(Malformed kind) {
    return new Malformations(dialect, QUESTION, OptionalInt.of(8192)).make(kind).orElseThrow();
  }
}

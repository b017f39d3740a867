package io.goldenpath.demo.platform;

import static io.goldenpath.catalogue.fault.RecoveryFaults.DEAF_AFTER_MALFORMED;
import static io.goldenpath.catalogue.fault.RecoveryFaults.DIES_ON_MALFORMED;
import static io.goldenpath.demo.platform.DemoExtension.CODE;
import static io.goldenpath.demo.platform.DemoExtension.QUESTION;
import static io.goldenpath.demo.platform.DemoExtension.answer;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows on messages that the platform cannot read. */
@EnabledIfSystemProperty(
    named = "thorough",
    matches = "true",
    disabledReason = "takes a minute: in profile thorough, for RecoveryIT plays the same faults")
class MalformedMessageFaultIT {

  private static final long QUIET = 900;
  private static final long END_WITHIN = 300;
  private static final long SHORTLY = 100;
  private static final int LARGEST_MESSAGE = 8192;
  private static final int ENORMOUS_MESSAGE = 300_000;
  private static final int SOME_BYTES = 3000;
  private static final int MANY = 200;

  @RegisterExtension static final DemoExtension demo = DemoExtension.manyUsers();

  /** Each test has a user of its own, who has not been here before. */
  private final int account = demo.newcomer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":",
        "",
        "[1,2]",
        "\"text\"",
        "{}",
        "{\"payload\":{\"content\":\"x\"}}",
        "{\"type\":17}",
        "{\"type\":\"user_message\"}",
        "{\"type\":\"user_message\",\"payload\":\"x\"}",
        "{\"type\":\"user_message\",\"payload\":{\"content\":17}}",
        "too long",
        "enormous"
      })
  void survivesWhatIsMalformedUnlessToldToDie(String message) throws Exception {
    String malformed =
        switch (message) {
          case "too long" -> tooLong(LARGEST_MESSAGE);
          case "enormous" -> tooLong(ENORMOUS_MESSAGE);
          default -> message;
        };
    try (TestClient client = demo.welcomed(account)) {
      client.send(malformed);
      assertThat(answer(client).text()).contains(CODE);

      demo.faults().switchOn(DIES_ON_MALFORMED);
      client.send(malformed);
      assertThat(client.story(END_WITHIN)).containsExactly("end 1011");
    }
  }

  @Test
  void survivesBytesWhereTextIsSpoken() throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      client.send(new byte[SOME_BYTES]);

      assertThat(answer(client).text()).contains(CODE);
    }
  }

  @Test
  void hearsAMessageInParts() throws Exception {
    try (TestClient client = demo.welcomed(account)) {
      client.askInParts(QUESTION + " " + "And nothing else. ".repeat(MANY));

      assertThat(client.await("agent_completed").text()).contains(CODE);
    }
  }

  @Test
  void answersNothingOnceAMessageWasMalformed() throws Exception {
    demo.faults().switchOn(DEAF_AFTER_MALFORMED);
    try (TestClient client = demo.welcomed(account)) {
      assertThat(answer(client).text()).contains(CODE);
      client.send("{\"type\":");
      assertThat(client.next(SHORTLY)).isNull();
      client.ask(QUESTION);
      client.send("{\"type\":\"ping\"}");

      assertThat(client.story(QUIET)).isEmpty();
      client.await("ping");
    }
    try (TestClient other = demo.welcomed(account)) {
      assertThat(answer(other).text()).contains(CODE);
    }
  }

  private static String tooLong(int bytes) {
    return "{\"type\":\"user_message\",\"content\":\"" + "x".repeat(bytes) + "\"}";
  }
}
